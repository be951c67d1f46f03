import type { Entity } from './entity.ts';

/** A line that ends a part: its multipart, and whether it is the last. */
export interface Delimiter {
  readonly of: Entity;
  readonly isLast: boolean;
  readonly start: number;
  /** Where the next line begins. */
  readonly end: number;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
/** Bytes of a delimiter line; RFC 2046 allows 70 for the boundary. */
const longestLine = 1024;

/** The boundaries of the multiparts that are open, innermost last; looks for their lines in one pass. */
export class Boundaries {
  readonly #open = new Map<string, Entity[]>();
  readonly #source: Buffer;
  /** How many open boundaries begin with each byte: most lines with two dashes are told apart by this alone. */
  readonly #firstBytes = new Uint16Array(256);

  constructor(source: Buffer) {
    this.#source = source;
  }

  open(entity: Entity): void {
    const key = keyOf(entity);
    this.#open.set(key, [...(this.#open.get(key) ?? []), entity]);
    this.#countFirst(key, 1);
  }

  /** Nothing happens when it was closed already. */
  close(entity: Entity): void {
    const key = keyOf(entity);
    const open = this.#open.get(key);
    if (open?.at(-1) !== entity) {
      return;
    }
    open.pop();
    if (open.length === 0) {
      this.#open.delete(key);
    }
    this.#countFirst(key, -1);
  }

  isOpen(entity: Entity): boolean {
    return this.#open.get(keyOf(entity))?.includes(entity) ?? false;
  }

  /** The first delimiter line from here on; `from` is the beginning of a line. */
  next(from: number): Delimiter | null {
    if (this.#open.size === 0) {
      return null;
    }
    for (let at = from; at !== -1;) {
      const found = this.at(at);
      if (found !== null) {
        return found;
      }
      const lineEnd = this.#source.indexOf('\n--', at, 'latin1');
      at = lineEnd === -1 ? -1 : lineEnd + 1;
    }
    return null;
  }

  /** The delimiter line that begins here. */
  at(start: number): Delimiter | null {
    const source = this.#source;
    if (source[start] !== DASH || source[start + 1] !== DASH || !this.#firstBytes[source[start + 2] ?? 0]) {
      return null;
    }
    const window = source.subarray(start + 2, start + 2 + longestLine);
    const lineFeed = window.indexOf(LF);
    if (lineFeed === -1 && window.length === longestLine) {
      return null;
    }
    const length = lineFeed === -1 ? window.length : lineFeed;
    const end = start + 2 + length + (lineFeed === -1 ? 0 : 1);
    const text = window.toString('latin1', 0, length).trimEnd();
    const next = this.#open.get(text)?.at(-1);
    if (next !== undefined) {
      return { of: next, isLast: false, start, end };
    }
    const last = text.endsWith('--') ? this.#open.get(text.slice(0, -2).trimEnd())?.at(-1) : undefined;
    return last === undefined ? null : { of: last, isLast: true, start, end };
  }

  /** Where the content before a delimiter ends: the line end in between belongs to the delimiter (RFC 2046 5.1.1). */
  contentEnd(contentStart: number, delimiterStart: number): number {
    if (delimiterStart <= contentStart || this.#source[delimiterStart - 1] !== LF) {
      return delimiterStart;
    }
    const end = delimiterStart - 1;
    return end > contentStart && this.#source[end - 1] === CR ? end - 1 : end;
  }

  #countFirst(key: string, by: 1 | -1): void {
    const byte = key.charCodeAt(0) & 0xff;
    this.#firstBytes[byte] = (this.#firstBytes[byte] ?? 0) + by;
  }
}

/** As it stands in the message, one character per byte. */
function keyOf({ description }: Entity): string {
  return Buffer.from(description.boundary ?? '', 'utf8')
    .toString('latin1')
    .trimEnd();
}
