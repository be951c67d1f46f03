import { array, assert, asyncProperty, constantFrom, record, string, uint8Array } from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { clickedLink } from '#shared/tracking.ts';
import { linksOf } from '../../../../electron/road/links.ts';
import { trackMime } from '../../../../electron/road/tracking/track-mime.ts';

const wish = {
  opens: true,
  clicks: true,
  token: '11111111-1111-4111-8111-111111111111',
  origin: 'http://127.0.0.1:8081',
};
const pixel = `<img src="${wish.origin}/track/open/${wish.token}" width="1" height="1" alt="" style="display:block">`;

/** A message with one HTML body. */
function htmlMail(content: string | Buffer, fields: string): Buffer {
  return Buffer.concat([
    Buffer.from(`Subject: Hi\r\n${fields}\r\n\r\n`),
    typeof content === 'string' ? Buffer.from(content) : content,
  ]);
}

function track(raw: string | Buffer, changes: Partial<typeof wish> = {}) {
  return trackMime(Buffer.from(raw), { ...wish, ...changes });
}

function clickOn(n: number): string {
  return `href="${wish.origin}/track/click/${wish.token}/${n}"`;
}

test('in HTML as it is, the links and the picture are the only change', async () => {
  const html = `<p id=1>Hi <a class=x HREF = 'https://a.test/?a=1&amp;b=2' id=y>1</a><a href=https://b.test>2</a></p></BODY>\r\n`;
  const made = await track(htmlMail(html, 'Content-Type: text/html; charset=utf-8'));
  expect(made?.links).toEqual(['https://a.test/?a=1&b=2', 'https://b.test']);
  expect(made?.raw.toString()).toBe(
    `Subject: Hi\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p id=1>Hi <a class=x ${clickOn(0)} id=y>1</a><a ${clickOn(1)}>2</a></p>${pixel}</BODY>\r\n`,
  );
});

test.each([
  ['opens alone', { clicks: false }, [], true],
  ['clicks alone', { opens: false }, ['https://a.test/'], false],
])('%s', async (_, changes, links, hasPixel) => {
  const made = await track(htmlMail('<a href="https://a.test/">1</a>', 'Content-Type: text/html'), changes);
  expect(made?.links).toEqual(links);
  expect(made?.raw.includes('/track/open/')).toBe(hasPixel);
});

test('in base64 and quoted-printable the text around stays what it was', async () => {
  const html = `<p>Grüße   \r\n. ${'lang '.repeat(60)}=20</p><a href="https://a.test/ü">ü</a>\r\n`;
  const base64 = Buffer.from(html).toString('base64').replace(/.{70}/g, '$&\r\n');
  const quoted = [...Buffer.from(html)].map((byte) =>
    byte === 13 || byte === 10
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  );
  for (const [encoding, content] of [
    ['base64', base64],
    ['Quoted-Printable', quoted.join('').replace(/(?:=..){25}/g, '$&=\r\n')],
  ] as const) {
    const raw = htmlMail(
      content,
      `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`,
    );
    const made = await track(raw);
    const parsed = await simpleParser(made?.raw ?? '');
    expect(parsed.html).toBe(
      `${html.replaceAll('\r\n', '\n').replace('href="https://a.test/ü"', clickOn(0))}${pixel}`.trimEnd(),
    );
    expect(made?.links).toEqual(['https://a.test/ü']);
    for (const line of made?.raw.toString('latin1').split('\r\n') ?? []) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  }
});

test.each([
  ['windows-1251', Buffer.from([0xcf, 0xf0, 0xe8])],
  ['shift_jis', Buffer.from([0x83, 0x5c, 0x83, 0x7c, 0x95, 0x5c])],
  ['gb18030', Buffer.from([0x81, 0x30, 0x84, 0x36, 0xb5, 0x7c])],
  ['iso-2022-jp', Buffer.from('\x1b$B$3$l<"a href>\x1b(B', 'latin1')],
  ['utf-16le', null],
  ['utf-16be', null],
])('bytes of %s stay', async (charset, bytes) => {
  const wide = (text: string): Buffer =>
    charset === 'utf-16be'
      ? Buffer.from(text, 'utf16le').swap16()
      : Buffer.from(text, charset === 'utf-16le' ? 'utf16le' : 'latin1');
  const odd = bytes ?? wide('Ä\u3c3c日<');
  const content = Buffer.concat([odd, wide(' <a href="https://a.test/">1</a> '), odd]);
  const fields = `Content-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: base64`;
  const made = await track(htmlMail(content.toString('base64'), fields));
  expect(made?.links).toEqual(['https://a.test/']);
  const body = made?.raw.toString('latin1').split('\r\n\r\n')[1] ?? '';
  expect(Buffer.from(body, 'base64')).toEqual(
    Buffer.concat([odd, wide(` <a ${clickOn(0)}>1</a> `), odd, wide(pixel)]),
  );
});

test('a link in letters of the charset leads to what they say', async () => {
  const content = Buffer.from('<a href="https://a.test/\xcf">1</a>', 'latin1');
  const made = await track(htmlMail(content, 'Content-Type: text/html; charset=windows-1251'));
  expect(made?.links).toEqual(['https://a.test/П']);
});

const html = '<a href="https://a.test/">1</a>';
const part = (fields: string, body = html): string => `--b\r\n${fields}\r\n\r\n${body}\r\n`;
const multipart = (type: string, ...parts: string[]): string =>
  `Subject: Hi\r\nContent-Type: ${type}; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`;

test.each([
  ['plain text', `Subject: Hi\r\nContent-Type: text/plain\r\n\r\n${html}`],
  ['no header at all', html],
  ['a signed mail', multipart('multipart/signed', part('Content-Type: text/html'))],
  [
    'a signed mail within another',
    multipart(
      'multipart/mixed',
      part('Content-Type: text/html'),
      part(
        'Content-Type: multipart/signed; boundary=c',
        `--c\r\nContent-Type: text/html\r\n\r\n${html}\r\n--c--\r\n`,
      ),
    ),
  ],
  ['an encrypted mail', multipart('multipart/encrypted', part('Content-Type: text/html'))],
  [
    'S/MIME beside HTML',
    multipart(
      'multipart/mixed',
      part('Content-Type: text/html'),
      part('Content-Type: application/pkcs7-mime; smime-type=enveloped-data'),
    ),
  ],
  [
    'an HTML file',
    multipart('multipart/mixed', part('Content-Type: text/html\r\nContent-Disposition: attachment')),
  ],
  ['a named HTML file', multipart('multipart/mixed', part('Content-Type: text/html; name="a.html"'))],
  [
    'a mail within the mail',
    multipart(
      'multipart/mixed',
      part('Content-Type: message/rfc822', `Content-Type: text/html\r\n\r\n${html}`),
    ),
  ],
  ['no last boundary', multipart('multipart/mixed', part('Content-Type: text/html')).replace('--b--', '')],
  ['no boundary', `Content-Type: multipart/mixed\r\n\r\n${html}`],
  ['two types', `Content-Type: text/html\r\nContent-Type: text/html\r\n\r\n${html}`],
  ['an unknown charset', `Content-Type: text/html; charset=x-none\r\n\r\n${html}`],
  ['an unknown encoding', `Content-Type: text/html\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n${html}`],
  ['broken base64', `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!${html}`],
  ['half a UTF-16 character', `Content-Type: text/html; charset=utf-16le\r\n\r\n<b>`],
  ['PGP in the text', `Content-Type: text/html\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----${html}`],
])('%s is left alone', async (_, raw) => {
  expect(await track(raw)).toBeUndefined();
});

test('links that no browser understands, and those that are none over HTTP, stay', async () => {
  const raw = htmlMail(
    '<a href="http://[x">1</a><a href="mailto:a@b.test">2</a><a href="#x">3</a><link href="https://a.test/">',
    'Content-Type: text/html',
  );
  expect(await track(raw, { opens: false })).toBeUndefined();
});

test('every HTML body of a mail is tracked, and a link that stands in two of them has one number', async () => {
  const raw = multipart(
    'multipart/alternative',
    part('Content-Type: text/plain', 'https://a.test/'),
    part('Content-Type: text/html'),
    part(
      'Content-Type: multipart/related; boundary="c d"',
      `--c d\r\nContent-Type: TEXT/HTML;\r\n charset="US-ASCII"\r\n\r\n<a href="https://b.test/">2</a>${html}\r\n--c d--\r\nepilogue`,
    ),
  );
  const made = await track(raw);
  expect(made?.links).toEqual(['https://a.test/', 'https://b.test/']);
  expect(made?.raw.toString()).toBe(
    raw
      .replaceAll('href="https://a.test/"', clickOn(0))
      .replaceAll('href="https://b.test/"', clickOn(1))
      .replaceAll('>1</a>', `>1</a>${pixel}`),
  );
});

test('HTML too large to be tracked at once is tracked the same by a thread, while others go on', async () => {
  const link = (n: number): string =>
    `<p><a href="https://a.test/${n % 50}">${'text '.repeat(10)}</a></p>\r\n`;
  const large = Array.from({ length: 200_000 }, (_, n) => link(n)).join('');
  let turns = 0;
  const turning = setInterval(() => (turns += 1));
  const made = await track(htmlMail(large, 'Content-Type: text/html'));
  clearInterval(turning);
  expect(made?.links).toHaveLength(50);
  expect(made?.raw.toString().match(/\/track\/click\//g)).toHaveLength(200_000);
  expect(turns).toBeGreaterThan(2);
});

const anyPart = record({
  kind: constantFrom('text/plain', 'text/html', 'application/octet-stream', 'text/calendar'),
  encoding: constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'x-own'),
  bytes: uint8Array({ maxLength: 200 }),
  text: string({ maxLength: 40 }),
  lineEnd: constantFrom('\r\n', '\n'),
});

test('of any mail only the HTML bodies change, and their links lead back to where they led', async () => {
  await assert(
    asyncProperty(
      array(anyPart, { maxLength: 5 }),
      constantFrom('mixed', 'alternative', 'related'),
      async (parts, type) => {
        const pieces = parts.map(({ kind, encoding, bytes, text, lineEnd }) => {
          const content =
            kind === 'text/html'
              ? Buffer.from(
                  `<b>${text}</b>${lineEnd}<a href="https://a.test/${encodeURIComponent(text.toWellFormed())}">${text}</a>`,
                )
              : Buffer.from(bytes);
          const body = encoding === 'base64' ? Buffer.from(content.toString('base64')) : content;
          return Buffer.concat([
            Buffer.from(
              `--=_bound${lineEnd}Content-Type: ${kind}; charset=utf-8${lineEnd}Content-Transfer-Encoding: ${encoding}${lineEnd}${lineEnd}`,
            ),
            body,
            Buffer.from(lineEnd),
          ]);
        });
        const head = Buffer.from(
          `X: y\r\nContent-Type: multipart/${type}; boundary="=_bound"\r\n\r\npreamble\r\n`,
        );
        const raw = Buffer.concat([head, ...pieces, Buffer.from('--=_bound--\r\n')]);
        const made = await track(raw);
        if (made === undefined) {
          return;
        }
        const outside = (raw: Buffer): string[] =>
          raw
            .toString('latin1')
            .split('--=_bound')
            .map((piece) => (/^\r?\nContent-Type: text\/html/.test(piece) ? '' : piece));
        expect(outside(made.raw)).toEqual(outside(raw));
        const [own, tracked] = await Promise.all(
          [raw, made.raw].map(async (each) => linksOf((await simpleParser(each)).html || '')),
        );
        const led = tracked?.map((link) => made.links[clickedLink(link)?.n ?? -1] ?? link);
        expect([...new Set(led)]).toEqual(own);
      },
    ),
    { numRuns: 300 },
  );
});
