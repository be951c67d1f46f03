import { expect, test } from 'vitest';
import { decompressRtf } from '../../../electron/road/structure/compressed-rtf.ts';
import { readPartContent } from '../../../electron/road/structure/part-content.ts';
import { readStructure } from '../../../electron/road/structure/read-structure.ts';
import { readTnef } from '../../../electron/road/structure/tnef.ts';
import { mapiProperties, tnefAttribute, tnefFile } from '../../support/tnef-file.ts';

const string8 = 0x1e;
const unicode = 0x1f;
const binary = 0x102;
const object = 0x0d;

const html = mapiProperties([[0x1013, binary, Buffer.from('<p>Grüße</p>')]]);
const named = mapiProperties([
  [0x3707, unicode, Buffer.from('Übersicht 2026.pdf\0', 'utf16le')],
  [0x370e, string8, Buffer.from('application/pdf\0')],
]);
const rendering = tnefAttribute(2, 0x0006_9002, Buffer.alloc(14));

const winmail = tnefFile(
  tnefAttribute(1, 0x0006_9007, Buffer.from([0xe4, 0x04, 0, 0, 0, 0, 0, 0])),
  tnefAttribute(1, 0x0002_800c, Buffer.from('gr\xfc\xdfe\0', 'latin1')),
  tnefAttribute(1, 0x0006_9003, html),
  rendering,
  tnefAttribute(2, 0x0001_8010, Buffer.from('UEBERS~1.PDF\0')),
  tnefAttribute(2, 0x0006_800f, Buffer.from('%PDF-1.7')),
  tnefAttribute(2, 0x0006_9005, named),
  rendering,
  tnefAttribute(2, 0x0001_8010, Buffer.from('notes.txt\0')),
  tnefAttribute(2, 0x0006_800f, Buffer.from('notes')),
);

test('unpacks the texts and the attachments of a winmail.dat', () => {
  const { files, failure } = readTnef(winmail);
  expect(failure).toBeNull();
  expect(files.map(({ name, type, bytes }) => [name, type, bytes.toString()])).toEqual([
    ['body.txt', 'text/plain', 'grüße'],
    ['body.html', 'text/html', '<p>Grüße</p>'],
    ['Übersicht 2026.pdf', 'application/pdf', '%PDF-1.7'],
    ['notes.txt', 'text/plain', 'notes'],
  ]);
});

test('gives what lies before the place where a winmail.dat breaks, and says that it does', () => {
  for (let length = 0; length < winmail.length; length += 1) {
    expect(readTnef(winmail.subarray(0, length)).files.length).toBeLessThanOrEqual(4);
  }
  expect(readTnef(winmail.subarray(0, -3))).toMatchObject({ failure: 'it ends in the middle.' });
  expect(readTnef(Buffer.from('no winmail.dat'))).toMatchObject({
    files: [],
    failure: 'it does not begin as a TNEF file does.',
  });
});

test('lists them as parts of the message, those of a message embedded in it too', () => {
  const embedded = mapiProperties([
    [0x3001, string8, Buffer.from('Forwarded\0')],
    [0x3701, object, Buffer.concat([Buffer.alloc(16), winmail])],
  ]);
  const outer = tnefFile(rendering, tnefAttribute(2, 0x0006_9005, embedded));
  const raw = Buffer.from(
    [
      'Subject: From Outlook',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      outer.toString('base64'),
    ].join('\r\n'),
  );
  expect(readStructure(raw).parts.map(({ path, origin, fileName }) => [path, origin, fileName])).toEqual([
    ['1', 'mime', 'winmail.dat'],
    ['1.1', 'tnef', 'Forwarded'],
    ['1.1.1', 'tnef', 'body.txt'],
    ['1.1.2', 'tnef', 'body.html'],
    ['1.1.3', 'tnef', 'Übersicht 2026.pdf'],
    ['1.1.4', 'tnef', 'notes.txt'],
  ]);
  const pdf = readPartContent(raw, '1.1.3', 'decoded');
  expect(Buffer.from(pdf?.bytes ?? []).toString()).toBe('%PDF-1.7');
});

test('decompresses RTF as the specification’s own examples do', () => {
  const simple = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  );
  expect(decompressRtf(simple)?.toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  const repeating = Buffer.from('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex');
  expect(decompressRtf(repeating)?.toString('latin1')).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
  expect(decompressRtf(Buffer.from('ffffffffffffffff4c5a467500000000', 'hex'))).toBeNull();
});
