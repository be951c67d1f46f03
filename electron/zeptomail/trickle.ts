import type { Duplex, Writable } from 'node:stream';
import { pause } from '../net/pause.ts';

const mostWritesPerSecond = 20;

/** Writes a body at so many bytes a second and ends the answer; stops when the connection is gone. */
export async function trickle(
  outgoing: Writable,
  body: Buffer,
  bytesPerSecond: number,
  connection: Duplex,
): Promise<void> {
  const size = Math.max(1, Math.ceil(bytesPerSecond / mostWritesPerSecond));
  for (let at = 0; at < body.length; at += size) {
    if (!(await pause((size * 1000) / bytesPerSecond, connection))) {
      return;
    }
    outgoing.write(body.subarray(at, at + size));
  }
  outgoing.end();
}
