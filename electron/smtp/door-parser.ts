import { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import { BodyCollector } from './body-collector.ts';
import { DataDecoder } from './data-decoder.ts';

type Done = (error?: Error | null) => void;

/** A message as it came, or how large it was when it was larger than allowed. `complete` is false when it was cut off. */
export type Received =
  | { readonly kind: 'message'; readonly raw: Buffer }
  | { readonly kind: 'too large'; readonly size: number; readonly complete: boolean };

/** What goes wrong on purpose while a message comes in. */
export interface Hindrance {
  /** Waits before so many bytes are taken; answers with false when the connection is gone. */
  readonly pace: ((bytes: number) => Promise<boolean>) | null;
  /** Breaks the connection after so many bytes, at the latest at the message's end. */
  readonly drop: { readonly afterBytes: number; readonly now: () => void } | null;
}

interface Receiving extends Hindrance {
  readonly decoder: DataDecoder;
  readonly body: BodyCollector;
  readonly limit: number;
  readonly onReceived: (received: Received, resume: () => void) => void;
}

/**
 * smtp-server's parser with a DATA phase of its own: the message is collected in memory within a limit, without a
 * stream, and lines that begin with a dot cost no more than others.
 * It overrides `_feedDataStream` and leaves `_dataMode` as the base class keeps it.
 */
export class DoorParser extends SMTPStream {
  #receiving: Receiving | null = null;

  /** Bytes of the message that is coming in, or null outside DATA. */
  get receivedBytes(): number | null {
    return this.#receiving?.body.size ?? null;
  }

  /**
   * Takes what follows as a message of at most `limit` bytes. `onReceived` is called once, at its end; commands that
   * were pipelined behind it wait until it calls `resume`. A client that goes on for twice the limit is cut off.
   */
  receive(limit: number, onReceived: Receiving['onReceived'], hindrance: Hindrance): void {
    this._dataMode = true;
    this.#receiving = {
      decoder: new DataDecoder(),
      body: new BodyCollector(limit),
      limit,
      onReceived,
      ...hindrance,
    };
  }

  /** Forgets the message that is coming in. */
  abandon(): void {
    this.#receiving = null;
  }

  override _feedDataStream(chunk: Buffer, done: Done): void {
    const receiving = this.#receiving;
    if (receiving === null) {
      done();
    } else if (receiving.pace === null) {
      this.#take(receiving, chunk, done);
    } else {
      void this.#takeSlowly(receiving, receiving.pace, chunk, done);
    }
  }

  async #takeSlowly(
    receiving: Receiving,
    pace: NonNullable<Hindrance['pace']>,
    chunk: Buffer,
    done: Done,
  ): Promise<void> {
    if (await pace(chunk.length)) {
      this.#take(receiving, chunk, done);
    } else {
      done();
    }
  }

  #take(receiving: Receiving, chunk: Buffer, done: Done): void {
    const { body, decoder, limit, drop } = receiving;
    const { pieces, rest } = decoder.decode(chunk);
    for (const piece of pieces) {
      body.add(piece);
    }
    if (drop !== null && (rest !== null || body.size >= drop.afterBytes)) {
      // Nothing more is read.
      drop.now();
      return;
    }
    const tooMuch = body.size > limit * 2;
    if (rest === null && !tooMuch) {
      done();
      return;
    }
    this.#receiving = null;
    this._dataMode = false;
    this._remainder = '';
    const received: Received = body.isTooLarge
      ? { kind: 'too large', size: body.size, complete: rest !== null }
      : { kind: 'message', raw: body.concat() };
    receiving.onReceived(received, () => {
      this._write(rest ?? Buffer.alloc(0), 'buffer', done);
    });
  }
}
