import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  double,
  nat,
  oneof,
  record,
  string,
} from 'fast-check';
import { expect, test } from 'vitest';
import { readAnyMime } from '../../../electron/road/reading/any-mime.ts';
import type { ReadMime } from '../../../electron/road/reading/mime.ts';
import { readPlainMime } from '../../../electron/road/reading/plain-mime.ts';
import { mailFixture, mailFixtureNames } from '../../support/mail-fixture.ts';

const corpus = process.env['RESTANTE_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus');

/** What both readers say of a message and of each of its parts; nothing when the plain reader leaves it to mailparser. */
async function readings(raw: Buffer): Promise<{ plain: readonly unknown[]; other: readonly unknown[] }> {
  const whole = readPlainMime(raw);
  if (whole === null) {
    return { plain: [], other: [] };
  }
  const wishes = [...whole.parts.keys(), 'all'] as const;
  const others = await Promise.all(wishes.map((want) => readAnyMime(raw, want)));
  return {
    plain: [whole, ...wishes.map((want) => contentsOf(readPlainMime(raw, want)))],
    other: [await readAnyMime(raw), ...others.map(contentsOf)],
  };
}

/** The bytes of the parts that were asked for, by their positions. */
function contentsOf(read: ReadMime | null): [number, Buffer][] {
  return [...(read?.contents ?? [])]
    .map(([n, bytes]): [number, Buffer] => [n, Buffer.from(bytes)])
    .toSorted(([one], [other]) => one - other);
}

test.each(mailFixtureNames())('says of %s what mailparser says, or leaves it to it', async (name) => {
  const { plain, other } = await readings(mailFixture(name));
  expect(plain).toEqual(other);
});

test.skipIf(!existsSync(corpus))('says of every message of the corpus what mailparser says', async () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  let taken = 0;
  for (const file of files) {
    const { plain, other } = await readings(readFileSync(join(file.parentPath, file.name)));
    expect(plain, file.name).toEqual(other);
    taken += Math.min(plain.length, 1);
  }
  expect(taken).toBeGreaterThan(files.length / 5);
});

test.each([
  ['plain text', 'plain'],
  ['HTML alone', 'html-only'],
  ['text and HTML', 'alternative'],
  ['an inline image and an attachment', 'inline-image'],
])('takes %s', (_, name) => {
  expect(readPlainMime(mailFixture(name))).not.toBeNull();
});

test.each([
  '=ZZ=\r\n',
  'a=4',
  'a=\r\n=4',
  '==3D=3d',
  '=G1=1G',
  '=\n=41',
  '=C3=A9=FF',
  'a\r=\r\nb',
  '=\r=41',
  '=3D=\r\n=\r\n.',
])('reads quoted-printable as mailparser does, signs too that encode nothing: %j', async (body) => {
  const header = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n';
  const { plain, other } = await readings(Buffer.from(`${header}\r\n${body} end`));
  expect(plain).not.toEqual([]);
  expect(plain).toEqual(other);
});

test.each(['\r\n', '\n', '\r', '\r\r\n', '\xE2\r\n\x82', '\r\n\r'])(
  'reads the line end %j as mailparser does',
  async (lineEnd) => {
    const { plain, other } = await readings(
      Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\na${lineEnd}b${lineEnd}`, 'latin1'),
    );
    expect(plain).not.toEqual([]);
    expect(plain).toEqual(other);
  },
);

test('leaves messages larger than 40 MB to the parser that reads them bit by bit', () => {
  const header = 'Subject: large\r\n\r\n';
  expect(readPlainMime(Buffer.from(header + 'x'.repeat(40 * 1024 * 1024 - header.length)))).not.toBeNull();
  expect(readPlainMime(Buffer.from(header + 'x'.repeat(40 * 1024 * 1024)))).toBeNull();
});

const usual = mailFixtureNames()
  .map(mailFixture)
  .filter((raw) => readPlainMime(raw) !== null);
/** What makes the difference in MIME, thrown in anywhere. */
const disturbances = [
  '\r\n', '\n', '\r', ' ', '\t', '\0', '=', '=3D', '=\r\n', '--', '-', ';', ':', '"', '(', ')', '<', '>', ',', '=?utf-8?Q?=41?=', 'é',
  'Content-Type: text/html\r\n', 'Content-Type: text/plain; charset=iso-8859-1\r\n', 'Content-Disposition: inline\r\n',
  'Content-Disposition: attachment; filename="a.pdf"\r\n', 'Content-Transfer-Encoding: base64\r\n', 'Content-ID: <x@y>\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n', 'To: a: b@c, "d, e" <f@g>;\r\n', 'Cc: x@y (comment)\r\n', 'Cc: "A, B" <a.b@c.example>,x@y, C D <e@f>\r\n', 'Reply-To: =?utf-8?Q?=C3=A9?= z <a@b>\r\n', 'From: A  B<c@d>,\r\n', '@', '.', 'xn--a', '=?', 'boundary=b',
]; // prettier-ignore

const edit = record({
  at: double({ min: 0, max: 1, noNaN: true }),
  removed: nat(12),
  inserted: oneof(constantFrom(...disturbances), string({ maxLength: 5 })),
  atLineStart: boolean(),
});

test('says what mailparser says of messages that were tampered with', async () => {
  await assert(
    asyncProperty(constantFrom(...usual), array(edit, { maxLength: 3 }), async (raw, edits) => {
      let text = raw.toString('latin1');
      for (const { at, removed, inserted, atLineStart } of edits) {
        const anywhere = Math.floor(at * text.length);
        const place = atLineStart ? text.lastIndexOf('\n', anywhere) + 1 : anywhere;
        text = text.slice(0, place) + inserted + text.slice(place + (atLineStart ? 0 : removed));
      }
      const { plain, other } = await readings(Buffer.from(text, 'latin1'));
      expect(plain).toEqual(other);
    }),
    { numRuns: Number(process.env['RESTANTE_FUZZ_RUNS'] ?? 500) },
  );
});
