/** Reads a binary format from its beginning on; numbers are little-endian. @throws RangeError at its end. */
export class ByteReader {
  readonly #source: Buffer;
  #at = 0;

  constructor(source: Buffer) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  uint16(): number {
    return this.bytes(2).readUInt16LE(0);
  }

  uint32(): number {
    return this.bytes(4).readUInt32LE(0);
  }

  bytes(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#source.length) {
      throw new RangeError(`There are no ${length} bytes here.`);
    }
    const bytes = this.#source.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }

  skip(length: number): void {
    this.bytes(length);
  }
}
