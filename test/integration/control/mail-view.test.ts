import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { frameAddress, previewBeside } from '#shared/mail-frame.ts';
import { createDesktopMailView } from '../../../electron/control/mail-view/desktop-mail-view.ts';
import { desktopMailUrl } from '../../../electron/control/mail-view/mail-view-place.ts';
import { ServedOffice } from '../../support/served-office.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const mail = [
  'From: a@example.com',
  'To: b@example.com',
  'Subject: With pictures',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<html><head><meta charset=3D"iso-8859-1"></head><p>Gr=FC=DFe</p><img src=3D"cid:logo@x"></html>',
  '--b',
  'Content-Type: image/png; name=logo.png',
  'Content-ID: <logo@x>',
  'Content-Transfer-Encoding: base64',
  '',
  png,
  '--b',
  'Content-Type: image/svg+xml',
  'Content-ID: <drawing@x>',
  '',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '--b',
  'Content-Type: text/html; name=page.html',
  'Content-Disposition: attachment; filename=page.html',
  '',
  '<script>alert(1)</script>',
  '--b--',
].join('\n');

async function sent(): Promise<{ office: ServedOffice; id: string; url: string }> {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  const { body } = await office.ask('GET', `/api/messages/${id}`);
  return { office, id, url: body.previewUrl };
}

test('a message’s HTML is on another origin, sandboxed, and framed by our page only', async () => {
  const { office, url } = await sent();
  expect(new URL(url).origin).not.toBe(new URL(office.url).origin);
  const response = await fetch(url);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "img-src 'self' data:",
      "style-src 'unsafe-inline'",
      'font-src data:',
      "media-src 'self' data:",
      "form-action 'none'",
      "base-uri 'none'",
      `frame-ancestors ${office.url}`,
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(response.headers.has('set-cookie')).toBe(false);
  expect(await response.text()).toContain('<p>Grüße</p><img src="./parts/0">');
});

test('remote content may load only where it was asked for, and scripts never', async () => {
  const { url } = await sent();
  const policy = (await fetch(`${url}?remote=1`)).headers.get('content-security-policy');
  expect(policy).toContain("img-src 'self' data: http: https:; style-src 'unsafe-inline' http: https:");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox');
  const other = (await fetch(`${url}?remote=yes`)).headers.get('content-security-policy');
  expect(other).not.toContain('http: https:');
});

test('pictures are served as they are, drawings sandboxed, and everything else as a download', async () => {
  const { url } = await sent();
  const picture = await fetch(`${url}parts/0`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('content-disposition')).toBeNull();
  expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(png);

  const drawing = await fetch(`${url}parts/1`);
  expect(drawing.headers.get('content-type')).toBe('image/svg+xml');
  expect(drawing.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/);

  const page = await fetch(`${url}parts/2`);
  expect(page.headers.get('content-type')).toBe('application/octet-stream');
  expect(page.headers.get('content-disposition')).toContain('attachment; filename="page.html"');
});

test('of a message without HTML there is nothing to show, and of none there is nothing here', async () => {
  const { office, url } = await sent();
  const { id } = await office.send('From: a@example.com\nSubject: Words\n\nOnly words');
  const answer = await fetch(previewBeside(url, id));
  expect(answer.status).toBe(204);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(previewBeside(url, 'nobody'))).status).toBe(404);
  expect((await fetch(`${previewBeside(url, id)}at/1/`)).status).toBe(404);
});

test('without the secret of this run there is nothing, and nothing can be written', async () => {
  const { office, id, url } = await sent();
  const { origin, pathname } = new URL(url);
  const [, secret = ''] = pathname.split('/');
  const wrong = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
  for (const path of ['/', `/${id}/`, `/${wrong}/${id}/`, `/${secret}/`, `/${secret}/${id}`, `//${id}/`]) {
    const response = await fetch(origin + path);
    expect(response.status, path).toBe(404);
    expect(await response.text(), path).not.toContain('Gr');
  }
  for (const rest of ['parts/', 'parts/9', 'parts/-1', 'parts/0/x', 'parts/1e0', 'index.html']) {
    expect((await fetch(url + rest)).status, rest).toBe(404);
  }
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  // The page's own origin serves no mail, and the mail's origin no API.
  expect((await fetch(office.url + pathname)).status).toBe(404);
  expect((await fetch(`${origin}/api/health`)).status).toBe(404);
});

test('the frame that HTML is written into runs its own script only, loads nothing remote and is framed by our page only', async () => {
  const { office, url } = await sent();
  const address = frameAddress(url, { images: true });
  const response = await fetch(address);
  const html = await response.text();
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(script).toContain('onmessage');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "img-src 'self' data:",
      "style-src 'unsafe-inline'",
      'font-src data:',
      "media-src 'self' data:",
      `script-src 'sha256-${hash}'`,
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'self'",
      `frame-ancestors ${office.url}`,
      'sandbox allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  });
  expect(html, 'the mail itself may run nothing').toContain(
    'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
  );
  const withoutImages = await fetch(frameAddress(url, { images: false }));
  expect(withoutImages.headers.get('content-security-policy')).toContain("img-src 'none'");
  const remote = await fetch(`${address}?remote=1`);
  expect(remote.headers.get('content-security-policy')).not.toContain('http: https:');
});

test('on the desktop all mail is of one origin, which is no page’s', async () => {
  const { office, id } = await sent();
  const view = createDesktopMailView(office.postOffice, 'app://restante');
  const url = desktopMailUrl(id);
  const html = await view(new Request(url));
  expect(html.headers.get('content-security-policy')).toContain('frame-ancestors app://restante;');
  expect(await html.text()).toContain('<img src="./parts/0">');
  expect((await view(new Request(`${url}parts/0`))).headers.get('content-type')).toBe('image/png');
  expect((await view(new Request(frameAddress(url, { images: true })))).status).toBe(200);
  expect((await view(new Request('mail://view/nobody/'))).status).toBe(404);
});
