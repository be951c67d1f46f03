/** From this size on bytes are handed over to the other thread instead of being copied. */
const handedOver = 1024 * 1024;

/**
 * Many bytes on their way to another thread: small ones in one buffer, because each view that is sent costs as much as
 * copying some thousand bytes, and would take the whole pool behind it along.
 */
export interface PackedBytes {
  readonly shared: Uint8Array;
  /** Bytes of each in `shared`; `null` stands for none. */
  readonly lengths: readonly (number | null)[];
  /** Large ones by their position, which are handed over and empty at the sender afterwards. */
  readonly large: ReadonlyMap<number, Uint8Array>;
}

/** Packs bytes; `transfer` is what must be given along with the message. */
export function packBytes(all: readonly (Uint8Array | null)[]): {
  packed: PackedBytes;
  transfer: ArrayBuffer[];
} {
  const lengths: (number | null)[] = [];
  const large = new Map<number, Uint8Array>();
  const transfer: ArrayBuffer[] = [];
  let size = 0;
  for (const [position, bytes] of all.entries()) {
    if (bytes !== null && isHandedOver(bytes)) {
      large.set(position, bytes);
      transfer.push(bytes.buffer);
      lengths.push(0);
    } else {
      size += bytes?.length ?? 0;
      lengths.push(bytes?.length ?? null);
    }
  }
  const shared = new Uint8Array(size);
  let offset = 0;
  for (const [position, bytes] of all.entries()) {
    if (bytes !== null && !large.has(position)) {
      shared.set(bytes, offset);
      offset += bytes.length;
    }
  }
  return { packed: { shared, lengths, large }, transfer: [shared.buffer, ...transfer] };
}

/** What was packed, in its order. */
export function unpackBytes({ shared, lengths, large }: PackedBytes): (Uint8Array | null)[] {
  let offset = 0;
  return lengths.map((length, position) => {
    const own = large.get(position);
    if (own !== undefined || length === null) {
      return own ?? null;
    }
    offset += length;
    return shared.subarray(offset - length, offset);
  });
}

function isHandedOver(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return (
    bytes.byteLength >= handedOver &&
    bytes.byteLength === bytes.buffer.byteLength &&
    bytes.buffer instanceof ArrayBuffer
  );
}
