import type { MessagePort } from 'node:worker_threads';
import { assertNever } from '#shared/assert.ts';
import { Burst, quietMs } from './burst.ts';
import type { IndexerReply, IndexerRequest } from './protocol.ts';
import type { Writer } from './writer.ts';

/** Lets the indexer go on only while no mail waits for its commit and no burst of it is coming in. */
export class IndexerGate {
  readonly #writer: Writer;
  readonly #wake: () => void;
  #port: MessagePort | undefined;
  /** The indexer waits for our word. */
  #waiting = false;
  /** It has told that nothing was left to index; `#mayHaveMore` says whether that still holds. */
  #idle = false;
  #mayHaveMore = true;
  #fromStart = false;
  /** In a burst of mail the indexer waits: it would take the processor from the doors and the writer. */
  readonly #mail = new Burst();
  #timer: NodeJS.Timeout | undefined;

  constructor(writer: Writer, wake: () => void) {
    this.#writer = writer;
    this.#wake = wake;
  }

  /** A restarted indexer takes the place of the lost one. */
  connect(port: MessagePort): void {
    this.close();
    this.#port = port;
    this.#waiting = true;
    this.#idle = true;
    this.#mayHaveMore = true;
    port.on('message', (request: IndexerRequest) => {
      this.#receive(request);
      this.#wake();
    });
  }

  mailWaits(messages: number): void {
    this.#mayHaveMore = true;
    this.#mail.came(messages);
  }

  /** Clients that waited for the commit send their next mail now. */
  mailCommitted(): void {
    this.#mail.goesOn();
  }

  /** After each turn. */
  open(): void {
    if (this.#writer.takeOlderToIndex()) {
      this.#fromStart = true;
      this.#mayHaveMore = true;
    }
    if (!this.#waiting || this.#writer.busy || (this.#idle && !this.#mayHaveMore)) {
      return;
    }
    if (this.#mail.isOn) {
      this.#timer ??= setTimeout(() => this.#lookAgain(), quietMs);
      return;
    }
    this.#mail.caughtUp();
    this.#waiting = false;
    this.#idle = false;
    this.#mayHaveMore = false;
    const reply: IndexerReply = { kind: 'next', fromStart: this.#fromStart };
    this.#fromStart = false;
    this.#port?.postMessage(reply);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#port?.close();
    this.#port = undefined;
    this.#waiting = false;
  }

  #lookAgain(): void {
    this.#timer = undefined;
    this.#wake();
  }

  #receive(request: IndexerRequest): void {
    switch (request.kind) {
      case 'idle':
        this.#waiting = true;
        this.#idle = true;
        return;
      case 'index':
        this.#writer.index(request.rows, (written) => {
          this.#waiting = true;
          // Not at once: the disk is probably full. The next mail brings it up again.
          this.#idle = !written;
          this.#fromStart ||= !written;
        });
        return;
      default:
        assertNever(request);
    }
  }
}
