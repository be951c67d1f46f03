import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished, describe, expect, test } from 'vitest';
import { Announcer } from '../../../electron/road/announcer.ts';
import { Outcomes } from '../../../electron/road/outcomes.ts';
import { openApiDoor } from '../../../electron/zeptomail/api-door.ts';
import { agentConfig } from '../../support/agent-configs.ts';
import { ApiOffice } from '../../support/api-office.ts';
import { nobodysAccount } from '../../support/nobodys-account.ts';
import { temporaryLedger } from '../../support/temporary-ledger.ts';

const mail = {
  from: { address: 'orders@shop.test' },
  to: [{ email_address: { address: 'jane@customer.test' } }],
  subject: 'Hello',
  textbody: 'Hello',
};

interface ErrorBody {
  readonly error: { readonly code: string; readonly details: readonly { readonly message: string }[] };
}

/** Says bytes to the door and reads all that it answers until it closes. */
async function say(office: ApiOffice, bytes: string): Promise<{ status: number; body: ErrorBody }> {
  const socket = await dial(office);
  socket.write(bytes);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) as ErrorBody };
}

async function dial(office: ApiOffice): Promise<Socket> {
  const socket = connect(office.door.port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return socket;
}

function request(headers: string, body = ''): string {
  return `POST /v1.1/email HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n${body}`;
}

describe('every answer is JSON in ZeptoMail’s shape, with a first detail that SDKs can read', () => {
  test.each([
    ['an unknown path', 'POST', 'nowhere', 404],
    ['the root', 'GET', '', 404],
    ['a batch without a body', 'POST', 'v1.1/email/batch', 400],
    ['a batch from a template without a body', 'POST', 'v1.1/email/template/batch', 400],
    ['a management endpoint that ZeptoMail has not', 'GET', 'v1.1/domains/a/b', 404],
    ['a shape of no service', 'POST', 'v1.1/xy/email', 404],
    ['another service’s shape without a body', 'POST', 'v1.1/sg/email', 400],
    ['a wrong method', 'GET', 'v1.1/email/batch', 405],
    ['a method that nobody knows', 'PROPFIND', 'v1.1/email', 405],
    ['a preflight', 'OPTIONS', 'v1.1/email', 405],
  ])('%s', async (_, method, path, status) => {
    const office = await ApiOffice.open();
    const response = await fetch(new URL(path, office.url), { method });
    expect(response.status).toBe(status);
    const body = (await response.json()) as ErrorBody;
    expect(body.error.details[0]?.message).toMatch(/\w/);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect((await office.activity()).outcome).toBe('refused');
  });

  test.each([
    ['no HTTP at all', 'EHLO localhost\r\n\r\n', 400],
    ['header fields without end', `POST / HTTP/1.1\r\nX: ${'x'.repeat(64 * 1024)}\r\n\r\n`, 431],
    ['no Host', request('X: y'), 403],
    ['a foreign Host', request('Host: evil.example'), 403],
    ['a page of another origin', request('Host: localhost\r\nOrigin: https://evil.example'), 403],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n', 400],
    [
      'two lengths',
      request('Host: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', '0\r\n\r\n'),
      400,
    ],
  ])('%s', async (_, bytes, status) => {
    const office = await ApiOffice.open();
    const answer = await say(office, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body.error.details[0]?.message).toMatch(/\w/);
    expect((await office.activity()).verdicts[0]?.explanation).toMatch(/\w/);
  });

  test('a store that cannot keep the mail is a 500, and nothing is held', async () => {
    const agent = agentConfig();
    const ledger = await temporaryLedger();
    const door = await openApiDoor({
      address: { hosts: ['127.0.0.1'], port: 0 },
      channel: 'api',
      agent: () => agent,
      ledger,
      outcomes: new Outcomes(ledger, new Announcer(), () => new Date()),
      account: nobodysAccount,
      intake: { accept: () => Promise.reject(new Error('the disk is full')), record: () => undefined },
    });
    onTestFinished(() => door.close());
    const response = await fetch(`http://127.0.0.1:${door.port}/v1.1/email`, {
      method: 'POST',
      body: JSON.stringify(mail),
    });
    expect(response.status).toBe(500);
    expect(((await response.json()) as ErrorBody).error.details[0]?.message).toBe('the disk is full');
  });
});

test('ZeptoMail’s own host names are answered, and requests in absolute form', async () => {
  const office = await ApiOffice.open();
  const body = JSON.stringify(mail);
  const head = `Host: api.zeptomail.eu\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
  const socket = await dial(office);
  socket.write(`POST http://api.zeptomail.eu/v1.1/email HTTP/1.1\r\n${head}${body}`);
  expect(await text(socket)).toMatch(/^HTTP\/1.1 201 /);
});

test('a mail over the agent’s limit is refused in both modes, and the client sees the answer', async () => {
  for (const mode of ['relaxed', 'strict'] as const) {
    const office = await ApiOffice.open({ mode, maxMessageBytes: 1024 * 1024 });
    const over = await office.send({ ...mail, textbody: 'x'.repeat(1024 * 1024 + 1) });
    expect(over.status).toBe(mode === 'strict' ? 401 : 400);
    const far = await office.send({ ...mail, textbody: 'x'.repeat(20 * 1024 * 1024) });
    expect(far.status).toBe(413);
    expect(((await far.json()) as ErrorBody).error.code).toBe('TM_8001');
    expect(await office.held()).toBe(0);
  }
});

test('an attachment of the full 15 MB fits, base64 and all', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const content = Buffer.alloc(15 * 1024 * 1024 - 100, 1).toString('base64');
  const attachments = [{ name: 'a.bin', mime_type: 'application/octet-stream', content }];
  expect((await office.send({ ...mail, attachments })).status).toBe(201);
  expect((await office.message()).parts[0]?.size).toBe(15 * 1024 * 1024 - 100);
});

test('an upload that breaks off leaves nothing but a note', async () => {
  const office = await ApiOffice.open();
  const socket = await dial(office);
  const body = JSON.stringify(mail);
  socket.write(request(`Host: localhost\r\nContent-Length: ${body.length + 10}`, body));
  await new Promise((resolve) => socket.write('', resolve));
  socket.resetAndDestroy();
  const activity = await office.activity();
  expect(activity.outcome).toBe('failed');
  expect(activity.summary).toMatch(/connection lost after \d+ bytes/);
  expect(await office.held()).toBe(0);
});

test('a connection that dawdles does not keep the others waiting', async () => {
  const office = await ApiOffice.open();
  const slow = await Promise.all(Array.from({ length: 50 }, () => dial(office)));
  for (const socket of slow) {
    socket.write('POST /v1.1/email HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{');
  }
  expect((await office.send(mail)).status).toBe(201);
});

test('it answers on both loopback addresses with one port, and no longer after it closed', async () => {
  const office = await ApiOffice.open();
  expect((await fetch(`http://localhost:${office.door.port}/`)).status).toBe(404);
  await Promise.all([office.door.close(0), office.door.close()]);
  await expect(fetch(office.url)).rejects.toThrow('fetch failed');
});

test('closing lets a request finish that is being answered', async () => {
  const office = await ApiOffice.open();
  const body = JSON.stringify(mail);
  const socket = await dial(office);
  socket.write(
    `POST /v1.1/email HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  // The door has the head once it answers another connection.
  await office.send(mail);
  const closed = office.door.close();
  socket.write(body.slice(5));
  expect(await text(socket)).toMatch(/^HTTP\/1.1 201 [^]*Connection: close/);
  await closed;
});
