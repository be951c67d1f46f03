import type { MessagePort } from 'node:worker_threads';
import { assertNever } from '#shared/assert.ts';
import type { IndexerReply, IndexerRequest } from './protocol.ts';
import type { Writer } from './writer.ts';

/** As much mail as this within so many milliseconds is a burst, until none has come for a while. */
const burstMessages = 25;
const burstWindowMs = 100;
const quietMs = 10;
/** In a burst the indexer waits: it would take the processor from the doors and the writer. But no longer than this. */
const patienceMs = 2000;
const patienceMessages = 10_000;

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
  /** Mail that came since the indexer was last told to go on, and when the first of it came. */
  #arrived = 0;
  #arrivedAt = 0;
  /** Mail of this window and of the one before. */
  #windowAt = 0;
  #inWindow = 0;
  #inLastWindow = 0;
  #lastMailAt = 0;
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
    this.#lastMailAt = performance.now();
    if (this.#arrived === 0) {
      this.#arrivedAt = this.#lastMailAt;
    }
    this.#arrived += messages;
    if (this.#lastMailAt - this.#windowAt > burstWindowMs) {
      this.#windowAt = this.#lastMailAt;
      this.#inLastWindow = this.#inWindow;
      this.#inWindow = 0;
    }
    this.#inWindow += messages;
  }

  /** Clients that waited for the commit send their next mail now. */
  mailCommitted(): void {
    this.#lastMailAt = performance.now();
  }

  /** After each turn. */
  open(): void {
    if (!this.#waiting || this.#writer.busy || (this.#idle && !this.#mayHaveMore)) {
      return;
    }
    if (this.#isBurst()) {
      this.#timer ??= setTimeout(() => this.#lookAgain(), quietMs);
      return;
    }
    this.#arrived = 0;
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

  #isBurst(): boolean {
    const now = performance.now();
    return (
      now - this.#lastMailAt < quietMs &&
      Math.max(this.#inWindow, this.#inLastWindow) > burstMessages &&
      this.#arrived < patienceMessages &&
      now - this.#arrivedAt < patienceMs
    );
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
