import { describe, expect, test } from 'vitest';
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { readMbox } from '../../../electron/exchange/read-mbox.ts';
import type { MboxQuoting } from '../../../electron/exchange/mbox-quoting.ts';
import { mboxEntry } from '../../../electron/exchange/write-mbox.ts';

const at = new Date('2026-11-05T20:21:48Z');

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

async function messagesOf(mbox: Buffer | string, quoting: MboxQuoting = 'mboxrd', size = 7) {
  const found = [];
  for await (const message of readMbox(inPieces(Buffer.from(mbox), size), { quoting, mostBytes: 100_000 })) {
    found.push(message);
  }
  return found;
}

function mboxOf(raws: readonly Uint8Array[]): Buffer {
  return Buffer.concat(raws.flatMap((raw) => mboxEntry({ raw, sender: 'jane@example.com', at })));
}

describe('an mbox that Restante writes', () => {
  test.each([
    ['no final line feed', 'Subject: a\r\n\r\ntext'],
    ['a quoted and an unquoted From line', 'Subject: a\r\n\r\nFrom here\r\n>From there\r\n>>From far\r\n'],
    ['a separator as text', 'Subject: a\n\nhello\n\nFrom jane@example.com Thu Nov  5 20:21:48 2026\nmore\n'],
    ['only line feeds', '\n\n\n'],
    ['only carriage returns', '\r\r\r'],
    ['a carriage return at the end', 'a: b\r'],
    ['an empty line at the end, in either form', 'a: b\r\n\r\n'],
    ['nothing at all', ''],
    ['NUL bytes', '\0\0From \0'],
    ['From as its very first line', 'From me to you\r\n'],
  ])('gives back byte for byte a message with %s', async (_, raw) => {
    const raws = [Buffer.from('x: y\r\n\r\nbefore\r\n'), Buffer.from(raw), Buffer.from('x: y\n\nafter')];
    const found = await messagesOf(mboxOf(raws));
    expect(found.map((message) => message.raw?.toString())).toEqual(raws.map(String));
    expect(found[1]?.separator).toMatchObject({ sender: 'jane@example.com', date: at });
  });

  test('gives back any bytes, in pieces of any size', async () => {
    const byte = constantFrom(...Buffer.from('\n\r>From 20:1\0\xff'));
    const raw = array(byte, { maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    await assert(
      asyncProperty(array(raw, { maxLength: 4 }), integer({ min: 1, max: 30 }), async (raws, size) => {
        const found = await messagesOf(mboxOf(raws), 'mboxrd', size);
        expect(found.map((message) => Buffer.from(message.raw ?? []).toString('hex'))).toEqual(
          raws.map((each) => each.toString('hex')),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('an mbox of other programs', () => {
  test('may have CRLF line ends, zones and no sender', async () => {
    const found = await messagesOf(
      'From - Thu, 05 Nov 2026 21:21:48 +0100\r\nSubject: one\r\n\r\n1\r\n\r\nFrom MAILER-DAEMON Thu Nov 5 20:21:48 2026\r\nSubject: two\r\n\r\n2\r\n',
    );
    expect(found.map(({ raw }) => raw?.toString())).toEqual([
      'Subject: one\r\n\r\n1\r\n',
      'Subject: two\r\n\r\n2\r\n',
    ]);
    expect(found.map(({ separator }) => [separator.sender, separator.date])).toEqual([
      [null, at],
      [null, at],
    ]);
  });

  test('keeps a line of text that begins with From and names no time', async () => {
    const found = await messagesOf(
      'From a@b.c Thu Nov  5 20:21:48 2026\nSubject: a\n\nHi\n\nFrom now on we eat cake.\n\n',
    );
    expect(found.map(({ raw }) => raw?.toString())).toEqual([
      'Subject: a\n\nHi\n\nFrom now on we eat cake.\n',
    ]);
  });

  test('is read as mboxo when told so: more than one > is text', async () => {
    const mbox = 'From a@b.c Thu Nov  5 20:21:48 2026\nSubject: a\n\n>From x\n>>From y\n\n';
    const texts = async (quoting: MboxQuoting) =>
      (await messagesOf(mbox, quoting))[0]?.raw?.toString().slice(12);
    expect(await texts('mboxrd')).toBe('From x\n>From y\n');
    expect(await texts('mboxo')).toBe('From x\n>>From y\n');
    expect(await texts('none')).toBe('>From x\n>>From y\n');
  });

  test('has nothing in it when no line is a separator', async () => {
    expect(await messagesOf('Subject: a\n\nno mbox\n')).toEqual([]);
  });

  test('passes over a message that is too large, and goes on with the next', async () => {
    const line = 'From a@b.c Thu Nov  5 20:21:48 2026\n';
    const found = await messagesOf(`${line}${'x'.repeat(100_001)}\n\n${line}a: b\n\n`, 'mboxrd', 5000);
    expect(found.map(({ raw }) => raw?.toString() ?? null)).toEqual([null, 'a: b\n']);
  });
});
