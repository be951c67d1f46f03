import type { MessagePort } from 'node:worker_threads';
import type { IndexerReply, IndexerRequest, IndexRow } from '../store/protocol.ts';
import type { Reader } from '../store/reader.ts';
import { indexRowOf } from './reading/index-row.ts';
import { readHeadersOnly, readMessage } from './reading/read-message.ts';
import { tooMuch } from './too-much.ts';

const batchMessages = 64;
const batchBytes = 2 * 1024 * 1024;

/**
 * Reads what was committed and not yet indexed, some messages at a time, and hands the rows to the writer.
 * It goes on only when the writer says that no commit waits; while the writer writes, it reads the next ones ahead.
 */
export class Indexer {
  readonly #reader: Reader;
  readonly #writer: MessagePort;
  readonly #current: Int32Array;
  readonly #poison: number;
  #after = 0;
  /** How far the reading again has come; Infinity once everything is read as this version reads. */
  #staleAfter = 0;
  #ahead: Promise<IndexerRequest> | undefined;
  #turn: Promise<void> | undefined;
  #stopped = false;

  /** `current` tells the main thread which message is being read; `poison` is one that took a worker down. */
  constructor(reader: Reader, writer: MessagePort, current: Int32Array, poison: number) {
    this.#reader = reader;
    this.#writer = writer;
    this.#current = current;
    this.#poison = poison;
  }

  /** Begins at the writer's first word, with whatever an earlier run left unindexed. */
  start(): void {
    this.#writer.on('message', ({ fromStart }: IndexerReply) => {
      if (!this.#stopped) {
        this.#turn = this.#goOn(fromStart);
      }
    });
  }

  /** Resolves when nothing is read any more; what was not handed over is read at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#turn;
    await this.#ahead;
  }

  async #goOn(fromStart: boolean): Promise<void> {
    const ahead = await this.#ahead;
    if (fromStart) {
      this.#after = 0;
      this.#staleAfter = 0;
    }
    // That nothing was left a while ago tells nothing.
    const request = fromStart || ahead === undefined || ahead.kind === 'idle' ? await this.#next() : ahead;
    if (this.#stopped) {
      return;
    }
    this.#writer.postMessage(request, []);
    this.#ahead = request.kind === 'index' ? this.#next() : undefined;
  }

  /** New mail first; what an earlier version read, when there is none. */
  async #next(): Promise<IndexerRequest> {
    const rows = await this.#readSome(this.#reader.pending(this.#after, batchMessages), false);
    if (rows.length > 0) {
      return { kind: 'index', rows };
    }
    const again = await this.#readAgain();
    return again.length > 0 ? { kind: 'index', rows: again } : { kind: 'idle' };
  }

  async #readAgain(): Promise<IndexRow[]> {
    if (this.#staleAfter === Number.POSITIVE_INFINITY) {
      return [];
    }
    const messages = this.#reader.stale(this.#staleAfter, batchMessages);
    if (messages.length === 0) {
      this.#staleAfter = Number.POSITIVE_INFINITY;
    }
    return this.#readSome(messages, true);
  }

  async #readSome(
    messages: readonly { readonly seq: number; readonly size: number }[],
    again: boolean,
  ): Promise<IndexRow[]> {
    const rows: IndexRow[] = [];
    let bytes = 0;
    for (const { seq, size } of messages) {
      bytes += size;
      if (this.#stopped || (rows.length > 0 && bytes > batchBytes)) {
        break;
      }
      if (again) {
        this.#staleAfter = seq;
      } else {
        this.#after = seq;
      }
      const row = await this.#read(seq, again);
      if (row !== undefined) {
        rows.push(row);
      }
    }
    return rows;
  }

  async #read(seq: number, again: boolean): Promise<IndexRow | undefined> {
    const parcel = this.#reader.pendingParcel(seq);
    if (parcel === undefined) {
      return undefined;
    }
    Atomics.store(this.#current, 0, seq);
    const message =
      seq === this.#poison ? await readHeadersOnly(parcel.raw, tooMuch) : await readMessage(parcel.raw);
    const row = indexRowOf({ seq, again }, message, parcel);
    Atomics.store(this.#current, 0, 0);
    return row;
  }
}
