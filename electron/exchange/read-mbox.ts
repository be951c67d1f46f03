import { readSeparator, type SeparatorFacts } from './mbox-format.ts';
import { type MboxQuoting, unquoted } from './mbox-quoting.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const beginning = Buffer.from('\nFrom ');
/** A separator line is no longer; a longer line that begins like one is text. */
const longestSeparator = 1000;
/** Bytes before a line that tell whether an empty line comes before it. */
const context = 2;

export interface MboxMessage {
  readonly separator: SeparatorFacts;
  /** Null when it is larger than the limit: its bytes were passed over. */
  readonly raw: Uint8Array | null;
}

export interface MboxOptions {
  readonly quoting: MboxQuoting;
  readonly mostBytes: number;
}

/**
 * The messages of an mbox, one by one, whatever its line ends; what comes before the first separator is passed over.
 * Memory holds one message at a time, of at most `mostBytes`.
 */
export async function* readMbox(
  chunks: AsyncIterable<Uint8Array>,
  options: MboxOptions,
): AsyncGenerator<MboxMessage> {
  const scan = new MboxScan(options);
  for await (const chunk of chunks) {
    yield* scan.take(chunk);
  }
  yield* scan.end();
}

class MboxScan {
  readonly #options: MboxOptions;
  /** As if an empty line stood before the file; the first `#skip` bytes belong to no message, or were given to one. */
  #buffer = Buffer.from('\n\n');
  #skip = context;
  #separator: SeparatorFacts | undefined;
  #body: Body;

  constructor(options: MboxOptions) {
    this.#options = options;
    this.#body = new Body(options.mostBytes);
  }

  *take(chunk: Uint8Array): Generator<MboxMessage> {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    yield* this.#messages(false);
  }

  *end(): Generator<MboxMessage> {
    yield* this.#messages(true);
    this.#flush(this.#buffer.length);
    yield* this.#finished();
  }

  *#messages(isLast: boolean): Generator<MboxMessage> {
    let searched = 0;
    for (;;) {
      const at = this.#buffer.indexOf(beginning, searched);
      if (at < 0) {
        this.#flush(this.#buffer.length - beginning.length);
        return;
      }
      const end = this.#buffer.indexOf(lineFeed, at + 1);
      if (end < 0 && !isLast && this.#buffer.length - at < longestSeparator) {
        this.#flush(at);
        return;
      }
      const separator = this.#separatorAt(at, end < 0 ? this.#buffer.length : end);
      if (separator === undefined) {
        searched = at + 1;
        continue;
      }
      this.#body.add(this.#buffer.subarray(this.#skip, Math.max(at + 1, this.#skip)));
      yield* this.#finished();
      this.#separator = separator;
      this.#buffer = end < 0 ? Buffer.of(lineFeed) : this.#buffer.subarray(end);
      this.#skip = 1;
      searched = 0;
    }
  }

  #separatorAt(at: number, end: number): SeparatorFacts | undefined {
    if (end - at > longestSeparator) {
      return undefined;
    }
    const [before, last] = [this.#buffer[at - 2], this.#buffer[at - 1]];
    const afterEmptyLine = last === lineFeed || (last === carriageReturn && before === lineFeed);
    const line = this.#buffer.toString('latin1', at + 1, end).replace(/\r$/, '');
    return readSeparator(line, afterEmptyLine);
  }

  /** Gives the message what is before this place, and keeps so much of it as the next line is judged by. */
  #flush(place: number): void {
    const until = Math.max(place, this.#skip);
    this.#body.add(this.#buffer.subarray(this.#skip, until));
    const kept = Math.max(until - context, 0);
    this.#buffer = this.#buffer.subarray(kept);
    this.#skip = until - kept;
  }

  *#finished(): Generator<MboxMessage> {
    if (this.#separator !== undefined) {
      const stored = this.#body.bytes();
      const { endsWithoutLineFeed } = this.#separator;
      const raw =
        stored === null
          ? null
          : unquoted(withoutEmptyLine(stored, endsWithoutLineFeed), this.#options.quoting);
      yield { separator: this.#separator, raw };
    }
    this.#body = new Body(this.#options.mostBytes);
  }
}

/** A message without the empty line that an mbox ends it with. */
function withoutEmptyLine(stored: Buffer, endsWithoutLineFeed: boolean): Buffer {
  if (endsWithoutLineFeed) {
    return stored.subarray(0, -2);
  }
  const [third, second, last] = stored.subarray(-3);
  if (stored.length >= 3 && third === lineFeed && second === carriageReturn && last === lineFeed) {
    return stored.subarray(0, -2);
  }
  const endsTwice = stored.length >= 2 && stored.at(-1) === lineFeed && stored.at(-2) === lineFeed;
  return endsTwice || stored.equals(Buffer.of(lineFeed)) ? stored.subarray(0, -1) : stored;
}

/** The bytes of a message as they come; beyond the limit they are let go. */
class Body {
  readonly #most: number;
  #pieces: Buffer[] = [];
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#most) {
      this.#pieces = [];
    } else if (piece.length > 0) {
      this.#pieces.push(Buffer.from(piece));
    }
  }

  bytes(): Buffer | null {
    return this.#size > this.#most ? null : Buffer.concat(this.#pieces, this.#size);
  }
}
