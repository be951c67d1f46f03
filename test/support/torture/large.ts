import { lines, mail, wordOf } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const megabyte = 1024 * 1024;

function large(name: string, headers: readonly string[], body: () => Buffer): TortureMail {
  const { raw } = mail(name, headers, '');
  return { name, raw: () => Buffer.concat([raw(), body()]), find: wordOf(name) };
}

/** Messages near the limits of size and number. */
export const largeMails: readonly TortureMail[] = [
  large('thirty megabytes attached', ['Content-Type: multipart/mixed; boundary=b'], () =>
    Buffer.from(
      lines(
        '--b',
        'Content-Type: text/plain',
        '',
        'see the attachment',
        '--b',
        'Content-Type: application/octet-stream; name=big.bin',
        'Content-Transfer-Encoding: base64',
        '',
      ) +
        `${'QUJD'.repeat(19)}\r\n`.repeat(Math.floor((30 * megabyte) / 78)) +
        lines('--b--'),
    ),
  ),
  large('ten megabytes of html', ['Content-Type: text/html'], () =>
    Buffer.from(`<p>paragraph of a long letter</p>\r\n`.repeat(Math.floor((10 * megabyte) / 35))),
  ),
  large('ten megabytes of text', ['Content-Type: text/plain'], () =>
    Buffer.from('A line of a long letter.\r\n'.repeat(Math.floor((10 * megabyte) / 26))),
  ),
  large('a thousand attachments', ['Content-Type: multipart/mixed; boundary=b'], () =>
    Buffer.from(
      Array.from({ length: 1000 }, (_, at) =>
        lines(
          '--b',
          `Content-Type: text/plain; name="file ${at}.txt"`,
          `Content-Disposition: attachment; filename="file ${at}.txt"`,
          '',
          `content ${at}`,
        ),
      ).join('') + lines('--b--'),
    ),
  ),
];
