const headerSize = 16;
const compressed = 0x75_46_5a_4c;
const uncompressed = 0x41_4c_45_4d;
const windowSize = 4096;
/** A short file may claim to be a giant. Bytes. */
const mostBytes = 32 * 1024 * 1024;

/** What the window holds before the first byte (MS-OXRTFCP 2.1.3.1.5). */
const dictionary = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);

/** The RTF of a compressed one (MS-OXRTFCP); null when it is none. */
export function decompressRtf(source: Buffer): Buffer | null {
  if (source.length < headerSize) {
    return null;
  }
  const size = source.readUInt32LE(4);
  const kind = source.readUInt32LE(8);
  if (kind === uncompressed) {
    return source.subarray(headerSize, headerSize + size);
  }
  return kind === compressed && size <= mostBytes ? inflated(source, size) : null;
}

function inflated(source: Buffer, size: number): Buffer {
  const output = new Output(size);
  let at = headerSize;
  while (at < source.length && !output.isFull) {
    const control = source[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < source.length && !output.isFull; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        output.put(source[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = ((source[at] ?? 0) << 8) | (source[at + 1] ?? 0);
      at += 2;
      if (!output.repeat(reference >> 4, (reference & 0xf) + 2)) {
        return output.bytes;
      }
    }
  }
  return output.bytes;
}

/** What was put out, and its last 4096 bytes, to which the compressed ones refer. */
class Output {
  readonly #window = Buffer.alloc(windowSize);
  readonly #bytes: Buffer;
  #write = dictionary.length;
  #length = 0;

  constructor(size: number) {
    this.#bytes = Buffer.alloc(size);
    dictionary.copy(this.#window);
  }

  get isFull(): boolean {
    return this.#length >= this.#bytes.length;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  put(byte: number): void {
    this.#window[this.#write] = byte;
    this.#write = (this.#write + 1) % windowSize;
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Puts what the window holds from `offset` on; false for the reference that ends all. */
  repeat(offset: number, count: number): boolean {
    if (offset === this.#write) {
      return false;
    }
    for (let n = 0; n < count && !this.isFull; n += 1) {
      this.put(this.#window[(offset + n) % windowSize] ?? 0);
    }
    return true;
  }
}
