import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { serializeMime } from '../../../electron/road/serialize-mime.ts';

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
const from = { address: 'a@b.test', name: 'Ä' };

test.each([
  ['text alone', { text: 'Hello' }],
  ['no body', {}],
  ['text with a line break at its end', { text: 'Hello\r\n' }],
  ['long lines', { text: 'word '.repeat(500), html: `<p>${'x'.repeat(3000)}</p>` }],
  ['another script', { text: 'ようこそ '.repeat(300), html: 'ä = €\r\n '.repeat(100) }],
  ['an attachment alone', { attachments: [{ filename: 'a.bin', content: bytes }] }],
  ['an empty attachment', { text: 'a', attachments: [{ filename: 'a.bin', content: Buffer.alloc(0) }] }],
  [
    'everything',
    {
      text: 'Hello',
      html: '<img src="cid:logo">',
      headers: [{ key: 'X-Test', value: 'ä'.repeat(200) }],
      attachments: [
        { filename: 'ä.pdf', content: bytes },
        { cid: 'logo', contentType: 'image/png', filename: false as const, content: bytes },
        { contentType: 'message/rfc822', content: Buffer.from('Subject: a\r\n\r\nb') },
      ],
    },
  ],
])('a message with %s is written as nodemailer itself writes it', async (_, mail) => {
  const options = {
    from,
    to: 'c@d.test',
    date: new Date(0),
    messageId: '<a@b>',
    baseBoundary: 'same',
    ...mail,
  };
  const expected = await new MailComposer(options).compile().build();
  expect(serializeMime(new MailComposer(options).compile()).toString('latin1')).toBe(
    expected.toString('latin1'),
  );
});
