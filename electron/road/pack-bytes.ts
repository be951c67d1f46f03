/** From this size on bytes are handed over to the other thread instead of being copied. */
const handedOver = 1024 * 1024;

/**
 * Makes bytes ready for another thread. Small ones are copied into one buffer (a clone of a small view would clone the
 * whole pool behind it); large ones that have their buffer to themselves are handed over, and empty here afterwards.
 */
export function packBytes(all: readonly (Uint8Array | null)[]): {
  packed: (Uint8Array | null)[];
  transfer: ArrayBuffer[];
} {
  const size = all.reduce(
    (sum, bytes) => sum + (bytes === null || isHandedOver(bytes) ? 0 : bytes.length),
    0,
  );
  const shared = new Uint8Array(size);
  const transfer: ArrayBuffer[] = [shared.buffer];
  let offset = 0;
  const packed = all.map((bytes) => {
    if (bytes === null) {
      return null;
    }
    if (isHandedOver(bytes)) {
      transfer.push(bytes.buffer);
      return new Uint8Array(bytes.buffer);
    }
    shared.set(bytes, offset);
    offset += bytes.length;
    return shared.subarray(offset - bytes.length, offset);
  });
  return { packed, transfer };
}

function isHandedOver(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return (
    bytes.byteLength >= handedOver &&
    bytes.byteLength === bytes.buffer.byteLength &&
    bytes.buffer instanceof ArrayBuffer
  );
}
