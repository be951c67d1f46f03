import { array, assert, asyncProperty, constantFrom, nat, property, string } from 'fast-check';
import { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import { describe, expect, test } from 'vitest';
import { DataDecoder } from '../../../electron/smtp/data-decoder.ts';

/** Decodes in these chunks; answers with the message, and what followed its end. */
function decode(chunks: readonly string[]): { message: string; rest: string | null } {
  const decoder = new DataDecoder();
  let message = '';
  for (const [at, chunk] of chunks.entries()) {
    const { pieces, rest } = decoder.decode(Buffer.from(chunk, 'latin1'));
    message += Buffer.concat(pieces).toString('latin1');
    if (rest !== null) {
      return { message, rest: rest.toString('latin1') + chunks.slice(at + 1).join('') };
    }
  }
  return { message, rest: null };
}

function cut(text: string, places: readonly number[]): string[] {
  const sorted = places.map((place) => place % (text.length + 1)).sort((one, other) => one - other);
  return [...sorted, text.length].map((place, at) => text.slice(sorted[at - 1] ?? 0, place));
}

/** What smtp-server's own parser makes of it. */
async function decodeByLibrary(text: string): Promise<string> {
  const parser = new SMTPStream();
  parser.oncommand = (_command, next) => next?.();
  const stream = parser.startDataMode();
  parser.end(Buffer.from(text, 'latin1'));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('latin1');
}

describe('the decoder of DATA', () => {
  test.each([
    ['an empty message', '.\r\n', '', ''],
    ['a line', 'Hi\r\n.\r\n', 'Hi\r\n', ''],
    ['what follows the end', 'Hi\r\n.\r\nQUIT\r\n', 'Hi\r\n', 'QUIT\r\n'],
    ['stuffed dots', '..\r\n...a\r\n.\r\n', '.\r\n..a\r\n', ''],
    ['a stuffed dot that looks like the end', 'a\r\n..\r\n.\r\n', 'a\r\n.\r\n', ''],
    ['a dot that a careless client did not stuff', 'a\r\n.b\r\n.\r\n', 'a\r\n.b\r\n', ''],
    ['a dot and a carriage return', 'a\r\n.\rb\r\n.\r\n', 'a\r\n.\rb\r\n', ''],
    ['no end at a bare line feed', 'a\n.\r\nb\n.\nc\r\n.\n\r\n.\r\n', 'a\n.\r\nb\n.\nc\r\n.\n\r\n', ''],
    ['a stuffed dot after a bare line feed', 'a\n..b\r\n.\r\n', 'a\n.b\r\n', ''],
  ])('reads %s, whole and byte by byte', (_, wire, message, rest) => {
    expect(decode([wire])).toEqual({ message, rest });
    expect(decode(wire.split(''))).toEqual({ message, rest });
  });

  test('does not end before the end', () => {
    expect(decode(['Hi\r\n.\r']).rest).toBeNull();
    expect(decode(['Hi\r\n', '.', '\r']).rest).toBeNull();
  });

  test('says the same for the same bytes however they are cut', () => {
    const wire = string({ unit: constantFrom('a', '.', '\r', '\n', '\r\n', '\r\n.'), maxLength: 60 });
    assert(
      property(wire, array(nat(), { maxLength: 8 }), (text, places) => {
        const terminated = `${text}\r\n.\r\nrest`;
        expect(decode(cut(terminated, places))).toEqual(decode([terminated]));
      }),
      { numRuns: 500 },
    );
  });

  test('says what smtp-server’s own parser says', async () => {
    const body = string({
      unit: constantFrom('a', '.', '\r', '\n', '\r\n', '\r\n.', '\r\n..'),
      maxLength: 60,
    });
    await assert(
      asyncProperty(body, async (text) => {
        // The library overlooks a dot in the very first two bytes: a letter or two before them.
        const terminated = `ab${text}\r\n.\r\n`;
        expect(decode([terminated]).message).toBe(await decodeByLibrary(terminated));
      }),
      { numRuns: 200 },
    );
  });

  test('needs a fraction of the time that smtp-server’s own parser needs for lines of dots', async () => {
    const wire = `ab\r\n${'..\r\n'.repeat(16_000)}.\r\n`;
    await decodeByLibrary(wire);
    const before = process.cpuUsage();
    await decodeByLibrary(wire);
    const byLibrary = process.cpuUsage(before);
    const between = process.cpuUsage();
    decode([wire]);
    const byUs = process.cpuUsage(between);
    expect(byUs.user + byUs.system).toBeLessThan((byLibrary.user + byLibrary.system) / 3);
  });
});
