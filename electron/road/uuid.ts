import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(16 * 64);
let used = pool.length;

/**
 * A UUIDv7 (RFC 9562, 5.7) for this time in milliseconds since the epoch.
 * Its time is for people only: nothing may be ordered by it, because clocks jump back.
 */
export function uuidv7(time: number): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + 16));
  used += 16;
  bytes.writeUIntBE(Math.min(Math.max(Math.trunc(time), 0), 2 ** 48 - 1), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
