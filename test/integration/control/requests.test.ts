import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

/** What came over a connection for these bytes, until the server ended it. */
function conversation(office: ServedOffice, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(office.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

test.each([
  { method: 'PUT', path: '/api/agents', allowed: 'GET, HEAD, POST' },
  { method: 'POST', path: '/api/health', allowed: 'GET, HEAD' },
  { method: 'POST', path: '/api/agents/any', allowed: 'GET, HEAD, PATCH, DELETE' },
  { method: 'OPTIONS', path: '/api/messages', allowed: 'GET, HEAD, DELETE, PATCH' },
])('$method $path is a wrong method, and told which are right', async ({ method, path, allowed }) => {
  const office = await ServedOffice.open();
  const response = await office.fetch(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allowed);
  expect(await response.json()).toMatchObject({ error: { code: 'route.wrong-method' } });
});

test('HEAD answers as GET does, without a body, and opens no event stream', async () => {
  const office = await ServedOffice.open();
  const listen = vi.spyOn(office.postOffice.announcer, 'listen');
  for (const path of ['/api/health', '/api/messages', '/api/events']) {
    const response = await office.fetch(path, { method: 'HEAD' });
    expect(response.status, path).toBe(200);
    expect(await response.text(), path).toBe('');
  }
  expect(listen).not.toHaveBeenCalled();
});

test('requests that come pipelined are answered in their order', async () => {
  const office = await ServedOffice.open();
  const { host } = new URL(office.url);
  const text = await conversation(
    office,
    `GET /api/health HTTP/1.1\r\nHost: ${host}\r\n\r\n` +
      `GET /api/nothing HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404']);
});

test('empty parameters count as left out where something is read, and are refused where it is deleted', async () => {
  const office = await ServedOffice.open();
  await office.send('Subject: Kept\n\nBody\n');
  const listed = await office.ask('GET', '/api/messages?agent=&q=&limit=&before=');
  expect(listed).toMatchObject({ status: 200, body: { total: 1 } });
  for (const query of ['agent=', 'q=', `agent=${office.agent.id}&q=%20`]) {
    const refused = await office.ask('DELETE', `/api/messages?${query}`);
    expect(refused, query).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } });
  }
  expect((await office.ask('DELETE', '/api/messages')).body).toEqual({ deleted: 1, undo: null });
});

test('what is missing is said in words', async () => {
  const office = await ServedOffice.open();
  expect(await office.ask('POST', '/api/agents', {})).toEqual({
    status: 400,
    body: { error: { code: 'request.invalid', message: '“name” is missing.', field: 'name' } },
  });
});

test('the address of loopback that was opened is answered by its own name', async () => {
  const office = await ServedOffice.open({ host: '127.0.0.2' });
  expect((await office.fetch('/api/health')).status).toBe(200);
});

test.each([
  { what: 'no Host', bytes: 'GET /api/health HTTP/1.1\r\n\r\n', code: 'request.unreadable' },
  {
    what: 'a Host that is none',
    bytes: 'GET /api/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    code: 'request.unreadable',
  },
  { what: 'no HTTP at all', bytes: '\u0016\u0003\u0001\r\n\r\n', code: 'request.unreadable' },
  {
    what: 'endless header fields',
    bytes: `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    code: 'request.headers-too-large',
  },
])('$what is refused in JSON', async ({ bytes, code }) => {
  const office = await ServedOffice.open();
  const text = await conversation(office, bytes);
  expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ error: { code } });
  expect(text).toContain("content-security-policy: default-src 'none'");
});

test('a client that leaves in the middle of its body is no failure of ours', async () => {
  const reported: unknown[] = [];
  const office = await ServedOffice.open({ report: (error) => reported.push(error) });
  const { host, port } = new URL(office.url);
  const socket = connect(Number(port), '127.0.0.1');
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.write(
    `POST /api/agents HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
    () => socket.destroy(),
  );
  await gone;
  await office.close();
  expect(reported).toEqual([]);
});
