import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

async function sheetOf(mail: string, query = ''): Promise<{ html: string; policy: string }> {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  const { body } = await office.ask('GET', `/api/messages/${id}/sheet`);
  const response = await fetch(query === '' ? body.url : `${body.url.replace(/\?.*/, '')}${query}`);
  expect(response.status).toBe(200);
  return {
    html: await response.text(),
    policy: response.headers.get('content-security-policy') ?? '',
  };
}

const mail =
  'From: "A <b>" <a@example.com>\nTo: b@example.com\nSubject: <i>Hi</i>\nContent-Type: text/html\n\n<p>Body';
const text = 'From: a@example.com\nTo: b@example.com\nSubject: Plain\n\n1 < 2';

test('a sheet has the main headers on top, as text, and prints itself with the one script that may run', async () => {
  const { html, policy } = await sheetOf(mail);
  expect(html).toContain('<title>&lt;i&gt;Hi&lt;/i&gt;</title>');
  expect(html).toContain('From:</b> A &lt;b&gt; &lt;a@example.com&gt;');
  expect(
    html.endsWith('<p>Body\n<script>print()</script>') || html.endsWith('<p>Body<script>print()</script>'),
  ).toBe(true);
  expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}';/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('allow-same-origin');
});

test('a sheet that is not to print runs no script at all', async () => {
  const { html, policy } = await sheetOf(mail, '?colours=gmail');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('From:');
  expect(policy).not.toContain('script');
});

test('a message without HTML has its text on the sheet', async () => {
  expect((await sheetOf(text)).html).toContain('>1 &lt; 2');
});

test('there is no sheet of a message that is not there', async () => {
  const office = await ServedOffice.open();
  const id = '00000000-0000-7000-8000-000000000000';
  expect((await office.ask('GET', `/api/messages/${id}/sheet`)).status).toBe(404);
});
