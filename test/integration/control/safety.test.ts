import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** fetch sets Host, Origin and Sec-Fetch-* by itself; a browser's words are told here. */
function asBrowser(
  office: ServedOffice,
  { method = 'GET', path = '/api/health', headers = {}, body }: Asked,
) {
  return new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    const url = new URL(path, office.url);
    const request = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const code = text.startsWith('{"error"') ? JSON.parse(text).error.code : undefined;
        resolve({ status: response.statusCode ?? 0, code });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const hostRefused = { status: 403, code: 'request.host-refused' };
const originRefused = { status: 403, code: 'request.origin-refused' };

test('only loopback names with the right port are answered', async () => {
  const office = await ServedOffice.open();
  const { port } = new URL(office.url);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
    expect(await asBrowser(office, { headers: { host } }), host).toMatchObject({ status: 200 });
  }
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `127.0.0.1.nip.io:${port}`,
    'localhost',
    'localhost:1',
    `0.0.0.0:${port}`,
  ]) {
    expect(await asBrowser(office, { headers: { host } }), host).toEqual(hostRefused);
    expect(await asBrowser(office, { path: '/', headers: { host } }), host).toEqual(hostRefused);
  }
});

test('a page of another origin is refused, whatever it asks and however', async () => {
  const office = await ServedOffice.open();
  const { port } = new URL(office.url);
  for (const origin of [
    'https://evil.example',
    'http://localhost:3000',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    'null',
  ]) {
    for (const wish of [
      { method: 'GET', path: '/api/events' },
      { method: 'POST', path: `/api/agents/${office.agent.id}/stop` },
      { method: 'DELETE', path: '/api/messages' },
    ]) {
      expect(await asBrowser(office, { ...wish, headers: { origin } }), origin).toEqual(originRefused);
    }
  }
  expect(office.agent.state).toBe('listening');
  expect(await asBrowser(office, { headers: { origin: office.url } })).toMatchObject({ status: 200 });
});

test('a request that another site makes the browser send is refused without an Origin too', async () => {
  const office = await ServedOffice.open();
  for (const site of ['cross-site', 'same-site']) {
    for (const wish of [
      { path: '/api/events', headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' } },
      { path: '/api/messages', headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } },
      { path: '/api/messages', headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } },
      { path: '/', headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } },
    ]) {
      const headers = { ...wish.headers, 'sec-fetch-site': site };
      expect(await asBrowser(office, { ...wish, headers }), wish.path).toEqual(originRefused);
    }
  }
});

test('a link on another site may open the page', async () => {
  const office = await ServedOffice.open();
  const headers = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    accept: 'text/html',
  };
  // Nothing has been built here: the page's own answer, and no refusal.
  expect(await asBrowser(office, { path: '/agents/x', headers })).toMatchObject({ status: 503 });
});

test('a body must say that it is JSON, so that no form of another site can send it', async () => {
  const office = await ServedOffice.open();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain;application/json', '']) {
    const response = await office.fetch('/api/agents', {
      method: 'POST',
      headers: type === '' ? {} : { 'Content-Type': type },
      body: '{"name":"Forged"}',
    });
    expect(response.status, type).toBe(415);
  }
  expect(office.postOffice.agents.list()).toHaveLength(1);
});

test('a body that is no JSON, or too large, is refused', async () => {
  const office = await ServedOffice.open();
  const headers = { 'Content-Type': 'application/json' };
  const broken = await office.fetch('/api/agents', { method: 'POST', headers, body: '{"name":' });
  expect(broken.status).toBe(400);
  const large = await office.fetch('/api/agents', {
    method: 'POST',
    headers,
    body: `{"name":"${'x'.repeat(6 * 1024 * 1024)}"}`,
  });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ error: { code: 'request.too-large' } });
  // Without a declared length it is counted as it comes.
  const streamed = await office.fetch('/api/agents', {
    method: 'POST',
    headers,
    body: new Blob([`{"name":"${'x'.repeat(6 * 1024 * 1024)}"}`]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(streamed.status).toBe(413);
});

test('every answer forbids sniffing, storing, framing and use by other origins', async () => {
  const office = await ServedOffice.open();
  for (const path of ['/api/health', '/api/nothing', '/', '/api/messages?limit=x']) {
    const { headers } = await office.fetch(path, { headers: { accept: 'text/html' } });
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('cache-control'), path).toBe('no-store');
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin'), path).toBeNull();
    expect(headers.get('set-cookie'), path).toBeNull();
  }
});

test('an unexpected error is reported once and answered as internal', async () => {
  const reported: unknown[] = [];
  const office = await ServedOffice.open({ report: (error) => reported.push(error) });
  const broken = new Error('The disk is on fire.');
  Object.defineProperty(office.postOffice, 'notices', {
    get() {
      throw broken;
    },
  });
  const answer = await office.ask('GET', '/api/health');
  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
  expect(reported).toEqual([broken]);
});

test('on an address that the person opened, literal addresses are answered and made-up names are not', async () => {
  const office = await ServedOffice.open({ host: '0.0.0.0' });
  expect(await asBrowser(office, { headers: { host: '192.168.1.7:9000' } })).toMatchObject({ status: 200 });
  expect(await asBrowser(office, { headers: { host: 'localhost:9000' } })).toMatchObject({ status: 200 });
  expect(await asBrowser(office, { headers: { host: 'evil.example' } })).toEqual(hostRefused);
});

test('a development server’s origin is answered when it was allowed', async () => {
  const origin = 'http://127.0.0.1:5173';
  const office = await ServedOffice.open({ allowedOrigins: [origin] });
  expect(await asBrowser(office, { headers: { origin } })).toMatchObject({ status: 200 });
});
