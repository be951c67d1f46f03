import { exactly, lines, mail, wordOf } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const mixed = (boundary: string) => [`Content-Type: multipart/mixed; boundary="${boundary}"`];
const part = (text: string, ...headers: string[]) => lines(...headers, '', text);

/** A message of multiparts in multiparts, so deep. */
function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, at) =>
    lines(`--b${at}`, `Content-Type: multipart/mixed; boundary="b${at + 1}"`, ''),
  );
  return `${open.join('')}${lines(`--b${depth}`, 'Content-Type: text/plain', '', 'at the bottom')}`;
}

/** A message in a message in a message, so deep. */
function messages(depth: number): string {
  return (
    lines('Content-Type: message/rfc822', '').repeat(0) +
    Array.from({ length: depth }, (_, at) =>
      lines(`Subject: level ${at}`, 'MIME-Version: 1.0', 'Content-Type: message/rfc822', ''),
    ).join('') +
    lines('Subject: the innermost', 'Content-Type: text/plain', '', 'at the bottom')
  );
}

/** Multiparts whose borders are broken, missing, doubled, or that go on for ever. */
export const boundaries: readonly TortureMail[] = [
  mail('boundary without parameter', ['Content-Type: multipart/mixed'], part('text')),
  mail('boundary that never comes', mixed('never'), part('text')),
  mail('boundary without end', mixed('b'), lines('--b') + part('text', 'Content-Type: text/plain')),
  mail(
    'boundary empty',
    ['Content-Type: multipart/mixed; boundary=""'],
    lines('--') + part('text') + lines('----'),
  ),
  mail('boundary of only dashes', mixed('----'), lines('------') + part('text') + lines('--------')),
  mail('boundary with spaces', mixed('b and c'), lines('--b and c') + part('text') + lines('--b and c--')),
  mail(
    'boundary unquoted with colon',
    ['Content-Type: multipart/mixed; boundary=a:b=c'],
    lines('--a:b=c') + part('text') + lines('--a:b=c--'),
  ),
  mail(
    'boundary of 70 and more',
    mixed('b'.repeat(300)),
    lines(`--${'b'.repeat(300)}`) + part('text') + lines(`--${'b'.repeat(300)}--`),
  ),
  mail(
    'boundary that begins like another',
    mixed('b'),
    lines('--b', 'Content-Type: multipart/alternative; boundary="bb"', '', '--bb') +
      part('inner') +
      lines('--bb--', '--b--'),
  ),
  mail(
    'boundary of parent inside child',
    mixed('a'),
    lines('--a', 'Content-Type: multipart/mixed; boundary="c"', '', '--c') +
      part('child') +
      lines('--a') +
      part('sibling') +
      lines('--a--'),
  ),
  mail(
    'boundary same in both levels',
    mixed('b'),
    lines('--b', 'Content-Type: multipart/mixed; boundary="b"', '', '--b') +
      part('text') +
      lines('--b--', '--b--'),
  ),
  mail('boundary with trailing spaces', mixed('b'), lines('--b   ') + part('text') + lines('--b--\t ')),
  mail('boundary end before begin', mixed('b'), lines('--b--', '--b') + part('text')),
  mail(
    'boundary twice in the header',
    ['Content-Type: multipart/mixed; boundary=a; boundary=b'],
    lines('--a') + part('one') + lines('--b') + part('two') + lines('--b--', '--a--'),
  ),
  mail(
    'boundary in RFC 2231 pieces',
    ['Content-Type: multipart/mixed; boundary*0="b"; boundary*1="c"'],
    lines('--bc') + part('text') + lines('--bc--'),
  ),
  mail(
    'preamble and epilogue',
    mixed('b'),
    lines('This is a message in MIME format.', '', '--b') +
      part('text') +
      lines('--b--', 'After the end', '--b') +
      part('not a part'),
  ),
  mail('parts without headers', mixed('b'), lines('--b', '', 'one', '--b', '', 'two', '--b--')),
  mail('parts of nothing', mixed('b'), lines('--b', '--b', '--b', '--b--')),
  mail('part without blank line', mixed('b'), lines('--b', 'Content-Type: text/plain', '--b--')),
  mail('multipart without parts', mixed('b'), lines('--b--')),
  mail(
    'multipart with a transfer encoding',
    [...mixed('b'), 'Content-Transfer-Encoding: base64'],
    lines('--b') + part('text') + lines('--b--'),
  ),
  mail(
    'alternative in the wrong order',
    ['Content-Type: multipart/alternative; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/html',
      '',
      '<b>html</b>',
      '--b',
      'Content-Type: text/plain',
      '',
      'plain',
      '--b--',
    ),
  ),
  mail(
    'related whose root is named',
    ['Content-Type: multipart/related; boundary=b; start="<root>"; type="text/html"'],
    lines(
      '--b',
      'Content-Type: image/gif',
      'Content-ID: <pixel>',
      'Content-Transfer-Encoding: base64',
      '',
      'R0lGODlhAQABAAAAACw=',
      '--b',
      'Content-Type: text/html',
      'Content-ID: <root>',
      '',
      '<img src="cid:pixel"><img src="cid:nobody">',
      '--b--',
    ),
  ),
  mail(
    'digest',
    ['Content-Type: multipart/digest; boundary=b'],
    lines('--b', '', 'Subject: one', '', 'first', '--b', '', 'Subject: two', '', 'second', '--b--'),
  ),
  mail(
    'parallel and unknown multipart',
    ['Content-Type: multipart/x-unheard-of; boundary=b'],
    lines('--b') + part('one') + lines('--b') + part('two') + lines('--b--'),
  ),
  mail('nested 100 deep', mixed('b0'), nested(100)),
  mail('nested 2000 deep', mixed('b0'), nested(2000)),
  mail('messages in messages 50 deep', ['Content-Type: message/rfc822'], messages(50)),
  mail('messages in messages 1000 deep', ['Content-Type: message/rfc822'], messages(1000)),
  mail(
    'message part in base64',
    mixed('b'),
    lines(
      '--b',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(lines('Subject: inside', '', 'hidden letter')).toString('base64'),
      '--b--',
    ),
  ),
  mail(
    'message part that is empty',
    mixed('b'),
    lines('--b', 'Content-Type: message/rfc822', '', '', '--b--'),
  ),
  mail('partial', ['Content-Type: message/partial; id="x@y"; number=2; total=3'], lines('in the middle')),
  mail(
    'external body',
    ['Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/x"'],
    lines('Content-Type: text/plain', '', 'elsewhere'),
  ),
  exactly(
    'ten thousand empty parts',
    () =>
      Buffer.from(
        `Subject: ${wordOf('ten thousand empty parts')}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(10_000)}--b--\r\n`,
      ),
    wordOf('ten thousand empty parts'),
  ),
];
