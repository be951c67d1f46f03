import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const asNavigation = { headers: { accept: 'text/html' } };

/** An office whose page has an index, a hashed script, and a secret beside its folder. */
async function officeWithPage(): Promise<ServedOffice> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Page</title>');
  await writeFile(join(folder, 'page', 'assets', 'index-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'page', 'assets', 'worker-3c4d.mjs'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  return ServedOffice.open({ pageFolder: join(folder, 'page') });
}

/** fetch tidies paths up before it sends them; here they go out as they are. */
async function rawGet(office: ServedOffice, path: string): Promise<string> {
  const { port } = new URL(office.url);
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
  }
  return text;
}

test('the page and its own routes answer with index.html under a strict policy', async () => {
  const office = await officeWithPage();
  for (const path of ['/', '/index.html', '/agents/123/connect', '/agents/a.b']) {
    const response = await office.fetch(path, asNavigation);
    expect(response.status, path).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Page</title>');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; /);
    expect(policy).toMatch(/frame-src http:\/\/127\.0\.0\.1:\d+; object-src 'none'; base-uri 'none'/);
  }
});

test('hashed assets are kept for ever, and a missing one is no page', async () => {
  const office = await officeWithPage();
  const script = await office.fetch('/assets/index-1a2b.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await script.text()).toBe('export {};');
  const worker = await office.fetch('/assets/worker-3c4d.mjs');
  expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await office.fetch('/assets/gone-0000.js')).status).toBe(404);
  expect((await office.fetch('/', { method: 'POST' })).status).toBe(405);
});

test('no path leads out of the page’s folder', async () => {
  const office = await officeWithPage();
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/%2fetc/passwd',
    '/secret.txt%00.html',
    '/%',
    '/assets',
  ]) {
    const answer = await rawGet(office, path);
    expect(answer, path).toMatch(/^HTTP\/1\.1 40[0345] /);
    expect(answer, path).not.toContain('\r\n\r\nsecret');
  }
});
