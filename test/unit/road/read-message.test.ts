import { expect, test } from 'vitest';
import { readMessage } from '../../../electron/road/reading/read-message.ts';
import type { ReadMessage } from '../../../electron/road/reading/read-message.ts';
import { mailFixture, mailFixtureNames } from '../../support/mail-fixture.ts';

const expected: Record<string, Partial<ReadMessage>> = {
  plain: {
    subject: 'Your order-4711 has shipped',
    from: { address: 'jane@example.com', name: 'Jane Doe' },
    to: [{ address: 'bob@example.org', name: 'Bob' }],
    messageId: '<one@example.com>',
    date: 'Mon, 23 Nov 2026 05:00:00 +0000',
    snippet: 'It left the house today.',
  },
  'html-only': { text: null, snippet: 'Hello world Second', remoteContentCount: 0 },
  alternative: { snippet: 'Use the code 123456. Markup only: walrus' },
  'encoded-words': {
    subject: 'Grüße aus Köln',
    from: { address: 'joerg@example.com', name: 'Jörg Müller' },
    to: [{ address: 'yamada@example.jp', name: '山田' }],
  },
  'utf8-headers': { subject: 'Smörgåsbord 🎉 for you', from: { address: 'zoë@exämple.com', name: 'Zoë' } },
  'latin1-headers': { subject: 'Café geöffnet' },
  japanese: { subject: 'ご注文の確認', snippet: '東京都の天気は晴れです。' },
  'chinese-gb': { subject: '验证码通知', snippet: '您的验证码是 482913' },
  'duplicate-headers': {
    from: { address: 'first@example.com', name: '' },
    subject: 'First subject',
    to: [
      { address: 'a@example.org', name: '' },
      { address: 'b@example.org', name: '' },
    ],
  },
  'address-groups': {
    from: { address: 'jane@example.com', name: 'Doe, Jane' },
    to: [
      { address: 'a@example.org', name: '' },
      { address: 'b@example.org', name: 'B, C' },
    ],
    cc: [{ address: 'c@example.org', name: '' }],
    replyTo: [{ address: 'replies@example.com', name: '' }],
  },
  empty: { subject: '', from: null, text: null, snippet: '' },
  'header-only': { subject: 'No body at all', from: { address: 'jane@example.com', name: '' } },
  'broken-boundary': { subject: 'Boundary never comes' },
  'unclosed-boundary': { snippet: 'Visible text' },
  'unknown-charset': { snippet: 'Readable anyway' },
  'lone-lf': { subject: 'Unix line ends', snippet: 'Body with LF only' },
  'remote-content': { remoteContentCount: 11 },
  'hostile-html': { snippet: 'file Visible words' },
};

test.each(mailFixtureNames())('reads %s', async (name) => {
  const message = await readMessage(mailFixture(name));
  expect(message.problem).toBeNull();
  expect(message).toMatchObject(expected[name] ?? {});
});

test('tells inline parts, which the HTML refers to, from attachments', async () => {
  const { parts, remoteContentCount } = await readMessage(mailFixture('inline-image'));
  expect(parts).toMatchObject([
    {
      n: 0,
      filename: 'logo.png',
      contentType: 'image/png',
      contentId: 'logo@example.com',
      size: 68,
      inline: true,
    },
    { n: 1, filename: 'Rechnung März.pdf', contentType: 'application/pdf', contentId: null, inline: false },
  ]);
  expect(remoteContentCount).toBe(1);
});

test('keeps every header line in its order, unfolded and decoded', async () => {
  const { headers } = await readMessage(mailFixture('encoded-words'));
  expect(headers).toEqual([
    { name: 'From', value: 'Jörg Müller <joerg@example.com>' },
    { name: 'To', value: '山田 <yamada@example.jp>' },
    { name: 'Subject', value: 'Grüße aus Köln' },
  ]);
});

test('reads the headers of a message whose header block is too large, and says what was wrong', async () => {
  const lines = Array.from({ length: 40_000 }, (_, n) => `X-Filler-${n}: ${'x'.repeat(30)}\r\n`).join('');
  const message = await readMessage(
    Buffer.from(`Subject: Still here\r\nFrom: jane@example.com\r\n${lines}\r\nText`),
  );
  expect(message).toMatchObject({ subject: 'Still here', from: { address: 'jane@example.com' } });
  expect(message.problem).toMatch(/header/i);
});

test('reads the headers of a message with too many parts, and says what was wrong', async () => {
  const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(6000);
  const head =
    'Subject: Many parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
  const message = await readMessage(Buffer.from(`${head}${parts}--b--\r\n`));
  expect(message.subject).toBe('Many parts');
  expect(message.problem).not.toBeNull();
});
