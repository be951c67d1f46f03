import { randomBytes } from 'node:crypto';

/** The account part of every identifier; production's samples show this one. */
const account = '2d6f';

/** 100 ns ticks between 1582-10-15 and 1970-01-01 (RFC 9562 section 5.1). */
const gregorianOffset = 0x01b21dd213814000n;

/**
 * A source of ids in production's grammar, `<account>.<agent key>.<kind>.<uuid v1>.<ms since 1970 in hex>`.
 * Ids never repeat, also when the clock stands still or jumps back.
 * @param now milliseconds since 1970
 * @param node eight random bytes: six for the uuid's node, two for its clock sequence
 */
export function createProductionIds(
  now: () => number,
  node: Uint8Array = randomBytes(8),
): (agentKey: string, kind: string) => string {
  const bytes = Buffer.from(node);
  // The multicast bit says that the node is random and no card's address (RFC 9562 section 6.10).
  bytes[0] = (bytes[0] ?? 0) | 0x01;
  const nodePart = bytes.toString('hex', 0, 6);
  const sequencePart = ((bytes.readUInt16BE(6) & 0x3fff) | 0x8000).toString(16);
  let last = 0n;

  return function nextId(agentKey, kind) {
    const ms = Math.max(0, Math.trunc(now()));
    const ticks = BigInt(ms) * 10_000n + gregorianOffset;
    last = ticks > last ? ticks : last + 1n;
    const time = last.toString(16).padStart(15, '0').slice(-15);
    const uuid = `${time.slice(7)}-${time.slice(3, 7)}-1${time.slice(0, 3)}-${sequencePart}-${nodePart}`;
    return `${account}.${agentKey}.${kind}.${uuid}.${ms.toString(16)}`;
  };
}
