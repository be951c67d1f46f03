import { ByteReader } from './byte-reader.ts';
import { textOfBytes } from './charset.ts';

/** Texts and bytes by their property id; numbers and dates are passed over. */
export type MapiProperties = ReadonlyMap<number, string | Buffer>;

const multiple = 0x1000;
const firstNamed = 0x8000;
const string8 = 0x1e;
const unicode = 0x1f;
const object = 0x0d;
const binary = 0x102;
/** Bytes of the other types, filled up to four. */
const fixedSizes: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};

/** Reads a list of MAPI properties (MS-OXTNEF 2.1.3.4) as far as it can be read. */
export function readMapiProperties(source: Buffer, charset: string): MapiProperties {
  const found = new Map<number, string | Buffer>();
  const reader = new ByteReader(source);
  try {
    for (let left = reader.uint32(); left > 0; left -= 1) {
      const type = reader.uint16();
      const id = reader.uint16();
      if (id >= firstNamed) {
        skipName(reader);
      }
      const isVariable = [string8, unicode, object, binary].includes(type & ~multiple);
      const count = isVariable || (type & multiple) !== 0 ? reader.uint32() : 1;
      for (let n = 0; n < count; n += 1) {
        const bytes = isVariable ? padded(reader) : fixed(reader, type & ~multiple);
        if (isVariable && !found.has(id)) {
          found.set(id, valueOf(bytes, type & ~multiple, charset));
        }
      }
    }
  } catch (error) {
    // A torn list: what came before counts.
    if (!(error instanceof RangeError)) {
      throw error;
    }
  }
  return found;
}

function skipName(reader: ByteReader): void {
  reader.skip(16);
  if (reader.uint32() === 0) {
    reader.skip(4);
  } else {
    padded(reader);
  }
}

function padded(reader: ByteReader): Buffer {
  const length = reader.uint32();
  const bytes = reader.bytes(length);
  reader.skip((4 - (length % 4)) % 4);
  return bytes;
}

function fixed(reader: ByteReader, type: number): Buffer {
  const size = fixedSizes[type];
  if (size === undefined) {
    throw new RangeError(`There is no property type ${type}.`);
  }
  return reader.bytes(size);
}

function valueOf(bytes: Buffer, type: number, charset: string): string | Buffer {
  switch (type) {
    case string8:
      return withoutNul(textOfBytes(bytes, charset));
    case unicode:
      return withoutNul(bytes.toString('utf16le'));
    default:
      return bytes;
  }
}

/** Texts end at their first NUL. */
export function withoutNul(text: string): string {
  return text.replace(/\0.*$/s, '');
}
