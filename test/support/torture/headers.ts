import { bytes, exactly, lines, mail, wordOf } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const plain = ['Content-Type: text/plain'];

/** Headers that are none, too many, too long, undecodable, or say what cannot be. */
export const headers: readonly TortureMail[] = [
  exactly('empty', '', null),
  exactly('only a line end', '\r\n', null),
  exactly(
    'only headers',
    lines(`Subject: ${wordOf('only headers')}`, 'From: a@example.com').trimEnd(),
    wordOf('only headers'),
  ),
  exactly(
    'headers without blank line',
    lines(
      `Subject: ${wordOf('headers without blank line')}`,
      'From: a@example.com',
      'This is the text already',
    ),
    null,
  ),
  exactly('no headers', lines('', wordOf('no headers')), wordOf('no headers')),
  exactly(
    'text without headers',
    lines(`Just ${wordOf('text without headers')} and no header at all.`, 'None.'),
    null,
  ),
  exactly(
    'begins with a folded line',
    lines('  folded from nothing', `Subject: ${wordOf('begins with a folded line')}`, '', 'text'),
    null,
  ),
  exactly(
    'begins with a mbox line',
    lines(
      'From jane@example.com Thu Nov 26 10:00:00 2026',
      `Subject: ${wordOf('begins with a mbox line')}`,
      '',
      'text',
    ),
    null,
  ),
  exactly(
    'one header of a megabyte',
    () =>
      Buffer.from(
        lines(
          `Subject: ${wordOf('one header of a megabyte')}`,
          `X-Long: ${'x'.repeat(1_000_000)}`,
          '',
          'text',
        ),
      ),
    wordOf('one header of a megabyte'),
  ),
  exactly(
    'subject of a megabyte',
    () =>
      Buffer.from(
        lines(`Subject: ${wordOf('subject of a megabyte')} ${'long '.repeat(200_000)}`, '', 'text'),
      ),
    wordOf('subject of a megabyte'),
  ),
  exactly(
    'folded 20000 times',
    () =>
      Buffer.from(
        lines(
          `Subject: ${wordOf('folded 20000 times')}`,
          'X-Folded: a',
          ...Array.from({ length: 20_000 }, () => '\tb'),
          '',
          'text',
        ),
      ),
    wordOf('folded 20000 times'),
  ),
  exactly(
    '20000 headers',
    () =>
      Buffer.from(
        lines(
          `Subject: ${wordOf('20000 headers')}`,
          ...Array.from({ length: 20_000 }, (_, at) => `X-Header-${at}: ${at}`),
          '',
          'text',
        ),
      ),
    wordOf('20000 headers'),
  ),
  exactly(
    '20000 recipients',
    () =>
      Buffer.from(
        lines(
          `Subject: ${wordOf('20000 recipients')}`,
          `To: ${Array.from({ length: 20_000 }, (_, at) => `Person ${at} <p${at}@example.com>`).join(',\r\n ')}`,
          '',
          'text',
        ),
      ),
    wordOf('20000 recipients'),
  ),
  mail('eight bit in headers', [...plain, 'X-Name: Grüße aus Köln'], 'text\r\n'),
  exactly(
    'latin1 in the subject',
    bytes(
      lines(
        `Subject: ${wordOf('latin1 in the subject')} Gr\xfc\xdfe`,
        'From: J\xfcrgen <j@example.com>',
        '',
        'text',
      ),
    ),
    wordOf('latin1 in the subject'),
  ),
  mail(
    'utf8 addresses',
    [...plain, 'Reply-To: Jörg <jörg@exämple.com>', 'Cc: 用户@例子.广告, "राम" <संपर्क@डाटामेल.भारत>'],
    'text\r\n',
  ),
  mail(
    'encoded words broken',
    [
      ...plain,
      'Subject: =?utf-8?B?broken',
      'X-A: =?utf-8?Q?=C3?= =?utf-8?Q?=BC?=',
      'X-B: =?nobody?Q?a?=',
      'X-C: =?utf-8?X?a?=',
      'X-D: =?utf-8?B?====?=',
    ],
    'text\r\n',
  ),
  mail(
    'encoded word of a character in two',
    [...plain, 'X-Split: =?utf-8?B?4oI=?= =?utf-8?B?rA==?='],
    'text\r\n',
  ),
  mail(
    'encoded words a thousand',
    [...plain, `X-Many: ${Array.from({ length: 1000 }, () => '=?iso-8859-1?Q?=FC?=').join('\r\n ')}`],
    'text\r\n',
  ),
  mail(
    'encoded word in an address',
    [...plain, 'Cc: =?utf-8?Q?Evil=2C_Inc=2E_=3Cevil=40example=2Ecom=3E?= <good@example.com>'],
    'text\r\n',
  ),
  mail(
    'addresses that are none',
    [...plain, 'Cc: <>, @, a@, @b, <<a@b>>, "open, c@d, ;;, group: e@f, g@h;, undisclosed-recipients:;'],
    'text\r\n',
  ),
  mail('address of 5000 characters', [...plain, `Cc: ${'a'.repeat(5000)}@example.com`], 'text\r\n'),
  mail(
    'comments in comments',
    [...plain, `Cc: ${'('.repeat(500)}deep${')'.repeat(500)} a@example.com`, `X-Open: ${'('.repeat(5000)}`],
    'text\r\n',
  ),
  mail(
    'from twice',
    [...plain, 'From: Second <second@example.com>', 'From: Third <third@example.com>'],
    'text\r\n',
  ),
  mail(
    'several authors',
    [...plain, 'Sender: clerk@example.com', 'From: a@example.com, b@example.com'],
    'text\r\n',
  ),
  mail(
    'content type twice',
    ['Content-Type: text/plain', 'Content-Type: multipart/mixed; boundary=b'],
    lines('--b', '', 'text', '--b--'),
  ),
  mail('content type of nonsense', ['Content-Type: ;;; = "'], 'text\r\n'),
  mail('content type without subtype', ['Content-Type: text'], 'text\r\n'),
  mail('content type with a quote left open', ['Content-Type: text/plain; charset="utf-8'], 'text\r\n'),
  mail(
    'header name with spaces',
    [...plain, 'X Spaced : value', 'X-Tail : value', ': nameless', 'NoColon'],
    'text\r\n',
  ),
  mail(
    'header name of a prototype',
    [
      ...plain,
      '__proto__: polluted',
      'constructor: polluted',
      'toString: polluted',
      'hasOwnProperty: polluted',
    ],
    'text\r\n',
  ),
  mail('header with nul and escape', [...plain, 'X-Nul: a\0b', 'X-Escape: \x1b[31mred'], 'text\r\n'),
  mail(
    'header that injects html',
    [...plain, 'X-Html: <script>alert(1)</script><img src=x onerror=alert(1)>'],
    'text\r\n',
  ),
  mail(
    'dates that are none',
    [
      ...plain,
      'Date: the day after tomorrow',
      'Received: ; 99 Foo 9999 99:99:99',
      'Resent-Date: Thu, 01 Jan 1970 00:00:00 -9999',
    ],
    'text\r\n',
  ),
  mail('date in the year 99999', [...plain, 'Date: Fri, 31 Dec 99999 23:59:59 +0000'], 'text\r\n'),
  mail(
    'message id of nonsense',
    [...plain, 'Message-ID: <<a b>@>', 'In-Reply-To: >', 'References: <a><b> <c'],
    'text\r\n',
  ),
  mail(
    'received five hundred times',
    [
      ...plain,
      ...Array.from(
        { length: 500 },
        (_, at) => `Received: from a${at} by b${at} with ESMTP id ${at}; Thu, 26 Nov 2026 10:00:00 +0000`,
      ),
    ],
    'text\r\n',
  ),
  mail(
    'authentication results',
    [
      ...plain,
      'Authentication-Results: mx.example; spf=pass; dkim=fail (bad "sig); dmarc',
      'DKIM-Signature: v=1; a=; b=',
      'ARC-Seal: i=x',
      'List-Unsubscribe: <javascript:alert(1)>, <mailto:>, <http://127.0.0.1:9/u>',
    ],
    'text\r\n',
  ),
  mail(
    'priority and receipts',
    [
      ...plain,
      'X-Priority: 1 (Highest)',
      'Importance: high',
      'Disposition-Notification-To: jane@example.org',
      'Auto-Submitted: auto-generated',
      'Precedence: bulk',
    ],
    'text\r\n',
  ),
];
