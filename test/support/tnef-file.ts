/** Writes the parts of a winmail.dat (MS-OXTNEF), to read them back in tests. */

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** An attribute of the message (level 1) or of an attachment (level 2), with its checksum. */
export function tnefAttribute(level: 1 | 2, id: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => (total + byte) % 65_536, 0);
  return Buffer.concat([Buffer.from([level]), uint32(id), uint32(value.length), value, uint16(sum)]);
}

/** A list of MAPI properties of variable length: their id, type and bytes. */
export function mapiProperties(
  properties: readonly (readonly [id: number, type: number, value: Buffer])[],
): Buffer {
  return Buffer.concat([
    uint32(properties.length),
    ...properties.flatMap(([id, type, value]) => [
      uint16(type),
      uint16(id),
      uint32(1),
      uint32(value.length),
      value,
      Buffer.alloc((4 - (value.length % 4)) % 4),
    ]),
  ]);
}

export function tnefFile(...attributes: readonly Buffer[]): Buffer {
  return Buffer.concat([uint32(0x22_3e_9f_78), uint16(1), ...attributes]);
}
