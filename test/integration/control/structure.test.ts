import { expect, test } from 'vitest';
import { mailFixture } from '../../support/mail-fixture.ts';
import { ServedOffice } from '../../support/served-office.ts';

test('a message is taken apart, and each part given away by its path', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(mailFixture('every-part').toString('utf8'));
  const { body } = await office.ask('GET', `/api/messages/${id}/structure`);
  const paths = body.parts.map(({ path }: { path: string }) => path);
  expect(paths).toContain('1.5.1.2.1');
  expect(body.leftOut).toBe(0);

  const part = (path: string, form = ''): Promise<Response> =>
    office.fetch(`/api/messages/${id}/structure/${path}${form === '' ? '' : `?as=${form}`}`);
  const csv = await part('1.2');
  expect(csv.headers.get('content-type')).toBe('application/octet-stream');
  expect(csv.headers.get('content-security-policy')).toContain('sandbox');
  expect(csv.headers.get('content-disposition')).toContain("filename*=UTF-8''Bestellungen%20%E2%82%AC.csv");
  const evil = await part('1.4');
  expect(evil.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"/]*txt\.exe"/);
  expect(await (await part('1.1.1.1', 'text')).text()).toContain('Your receipt: 42 €.');
  expect(await (await part('1.1.1.1', 'sent')).text()).toContain('Your receipt: 42 =A4.');
  expect(await (await part('1.1.1.1', 'source')).text()).toMatch(/^Content-Type: text\/plain/);

  expect((await office.ask('GET', `/api/messages/${id}/structure/1.5/message`)).body).toMatchObject({
    from: { name: 'Max', address: 'max@example.org' },
    subject: 'Fwd: Grüße',
    hasHtml: true,
  });
  for (const path of ['1.99', '1.2.1', '1.2/message']) {
    expect(await office.ask('GET', `/api/messages/${id}/structure/${path}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'message.part-not-found' } },
    });
  }
  expect(await office.ask('GET', `/api/messages/${id}/structure/../x`)).toMatchObject({ status: 404 });
  expect(await office.ask('GET', `/api/messages/${id}/structure/0`)).toMatchObject({ status: 400 });
  expect(await office.ask('GET', `/api/messages/nobody/structure`)).toMatchObject({
    body: { error: { code: 'message.not-found' } },
  });
  expect(await office.ask('GET', `/api/messages/nobody/structure/1`)).toMatchObject({
    body: { error: { code: 'message.not-found' } },
  });
});

test('the HTML of a message within is shown under the same policy, with its own inline images', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(
    [
      'Subject: Forwarded',
      'Content-Type: message/rfc822',
      '',
      'Subject: Within',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Within</p><img src="cid:logo"><script>alert(1)</script>',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <logo>',
      '',
      'pixels',
      '--b--',
    ].join('\n'),
  );
  const { body } = await office.ask('GET', `/api/messages/${id}/structure`);
  const own = await fetch(`${body.partViewUrl}1/`);
  expect(own.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  const html = await own.text();
  expect(html).toContain('<p>Within</p><img src="./parts/0">');
  const picture = await fetch(new URL('./parts/0', `${body.partViewUrl}1/`));
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(await picture.text()).toBe('pixels');
  const part = await fetch(`${body.partViewUrl}1.1.1/`);
  expect(await part.text()).toContain('<p>Within</p>');
  for (const path of ['1.1.2/', '2/', '1/parts/1', '1/x']) {
    expect((await fetch(`${body.partViewUrl}${path}`)).status, path).toBe(404);
  }
});
