import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** The colour at a point, both from 0 to 1. */
export type Paint = (x: number, y: number) => Colour;

/** A painted picture as PNG (W3C PNG, 8 bits a sample, without alpha). */
export function png(width: number, height: number, paint: Paint): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    at += 1;
    for (let column = 0; column < width; column += 1) {
      for (const sample of paint(column / width, row / height)) {
        rows[at] = Math.max(0, Math.min(255, Math.round(sample)));
        at += 1;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function hex(colour: string): Colour {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Between two colours, `share` of the second. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const part = Math.max(0, Math.min(1, share));
  return [
    first[0] + (second[0] - first[0]) * part,
    first[1] + (second[1] - first[1]) * part,
    first[2] + (second[2] - first[2]) * part,
  ];
}

/** 1 inside, 0 outside, soft at the edge; `distance` is negative inside. */
export function inside(distance: number, softness = 0.004): number {
  return Math.max(0, Math.min(1, 0.5 - distance / softness));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
