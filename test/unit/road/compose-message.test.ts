import { type ParsedMail, simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { type MessageDraft, composeMessage } from '../../../electron/road/compose-message.ts';

const draft: MessageDraft = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  to: [{ address: 'jane@customer.test', name: '' }],
  cc: [],
  replyTo: [],
  subject: 'Hello',
  text: 'Hello',
  html: null,
  files: [],
  headers: [],
  messageId: '<id@shop.test>',
  date: new Date('2026-03-01T12:00:00.000Z'),
};

async function composed(changes: Partial<MessageDraft>): Promise<{ raw: string; mail: ParsedMail }> {
  const raw = await composeMessage({ ...draft, ...changes });
  return { raw: raw.toString('latin1'), mail: await simpleParser(raw) };
}

test('the fields that a message needs are there, once each', async () => {
  const { raw } = await composed({});
  const names = raw
    .split('\r\n\r\n')[0]
    ?.match(/^[\w-]+(?=:)/gm)
    ?.toSorted();
  expect(names).toEqual([
    'Content-Transfer-Encoding',
    'Content-Type',
    'Date',
    'From',
    'MIME-Version',
    'Message-ID',
    'Subject',
    'To',
  ]);
  expect(raw).toContain('Message-ID: <id@shop.test>\r\n');
  expect(raw).toContain('Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n');
});

test('text and HTML are alternatives, with the HTML’s images beside it and the attachments outside', async () => {
  const content = Buffer.from('bytes');
  const { raw, mail } = await composed({
    html: '<img src="cid:logo">',
    files: [
      { name: 'a.pdf', mimeType: 'application/pdf', content, contentId: null },
      { name: null, mimeType: 'image/png', content, contentId: 'logo' },
    ],
  });
  expect(raw.match(/^Content-Type: \S+/gm)).toEqual([
    'Content-Type: multipart/mixed;',
    'Content-Type: multipart/alternative;',
    'Content-Type: text/plain;',
    'Content-Type: multipart/related;',
    'Content-Type: text/html;',
    'Content-Type: image/png',
    'Content-Type: application/pdf;',
  ]);
  expect(
    mail.attachments.map(({ contentId, filename, content: bytes }) => [
      contentId,
      filename,
      bytes.toString(),
    ]),
  ).toEqual([
    ['<logo>', undefined, 'bytes'],
    [undefined, 'a.pdf', 'bytes'],
  ]);
});

test.each(['multipart/mixed', 'multipart/alternative; boundary=x', ''])(
  'a file whose type is %o keeps its bytes',
  async (mimeType) => {
    const content = Buffer.from([0, 13, 10, 255, 10]);
    const { mail } = await composed({ files: [{ name: 'a', mimeType, content, contentId: null }] });
    expect(mail.attachments[0]?.content.equals(content)).toBe(true);
  },
);

test('every line ends in CRLF, whatever the bodies bring along', async () => {
  const { raw } = await composed({
    text: 'a\nb\rc\r\nd',
    html: '<p>\n</p>\r',
    files: [{ name: null, mimeType: 'message/rfc822', content: Buffer.from('A: b\n\nc\r'), contentId: null }],
  });
  expect(raw).toContain('a\r\nb\r\nc\r\nd\r\n');
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('a value with line breaks adds no header field', async () => {
  const evil = 'x\r\nBcc: evil@evil.test\nX-Evil: \u0085\u2028y\0';
  const { raw, mail } = await composed({
    from: { address: 'orders@shop.test', name: evil },
    subject: evil,
    headers: [['X-A', evil]],
    files: [{ name: evil, mimeType: evil, content: Buffer.from('a'), contentId: evil }],
  });
  expect(raw).not.toMatch(/^(?:bcc|x-evil):/im);
  expect(mail.headers.get('x-a')).toContain('x Bcc: evil@evil.test');
});

test('a large message is in memory of its own, so that it can be handed to another thread', async () => {
  const raw = await composeMessage({ ...draft, text: 'word '.repeat(300_000) });
  const { length } = raw;
  expect(structuredClone(raw, { transfer: [raw.buffer as ArrayBuffer] }).byteLength).toBe(length);
});

test('a Reply-To among the header fields stays when no other is given', async () => {
  const { mail } = await composed({ headers: [['Reply-To', 'help@shop.test']] });
  expect(mail.replyTo?.text).toBe('help@shop.test');
});
