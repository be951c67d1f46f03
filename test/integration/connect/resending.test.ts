import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import type { MessageDetail } from '#shared/message.ts';
import {
  curlCommand,
  isBodyInline,
  isBodyLost,
  tokenVariable,
} from '../../../renderer/src/features/message/resend-curl.ts';
import { passwordVariable, swaksCommand } from '../../../renderer/src/features/message/resend-swaks.ts';
import { apiTargetOf, smtpWayOf, tokenOf } from '../../../renderer/src/features/message/resend-targets.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const isRequired = process.env['RESTANTE_TEST_REQUIRE'] === 'all';

function isMissing(program: string): boolean {
  return !isRequired && spawnSync(program, ['--version']).status !== 0;
}

/** The message as the page knows it. */
async function detailOf(office: ServedOffice, id: string): Promise<MessageDetail> {
  return (await office.ask('GET', `/api/messages/${id}`)).body as MessageDetail;
}

/** Runs a command in a POSIX shell, in a folder where the file lies that it names; resolves with the message that comes of it. */
async function arrivalOf(
  office: ServedOffice,
  command: string,
  {
    file,
    environment,
  }: { file: readonly [name: string, address: string]; environment: Record<string, string> },
): Promise<MessageDetail> {
  const folder = await temporaryFolder();
  const response = await office.fetch(file[1]);
  await writeFile(join(folder, file[0]), new Uint8Array(await response.arrayBuffer()));
  const indexed = office.next('message.indexed');
  await run('/bin/sh', ['-c', command], { cwd: folder, env: { ...process.env, ...environment } });
  return detailOf(office, (await indexed).message.id);
}

async function postMail(office: ServedOffice, mail: object, tls = false): Promise<MessageDetail> {
  const { api, apis } = office.agent.channels;
  const indexed = office.next('message.indexed');
  const body = JSON.stringify({
    from: { address: 'shop@example.com', name: 'It\'s $HOME `shop` \\n "quoted"' },
    to: [{ email_address: { address: 'jane@example.com', name: 'Jané' } }],
    ...mail,
  });
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'body.json'), body);
  const { caFile } = (await office.ask('GET', '/api/tls')).body as { caFile: string };
  await run('curl', [
    '--fail-with-body',
    '--silent',
    '--cacert',
    caFile,
    '--data-binary',
    `@${join(folder, 'body.json')}`,
    '-HContent-Type: application/json',
    "-HX-Odd: it's; $(odd)",
    '-HX-Empty;',
    `-HAuthorization: Zoho-enczapikey ${office.agent.tokens[0]?.token}`,
    tls ? `https://localhost:${apis.port}/v1.1/email` : `http://localhost:${api.port}/v1.1/email`,
  ]);
  return detailOf(office, (await indexed).message.id);
}

const odd = {
  subject: "Don't; `$(touch x)` \\ 你好 \u{1F600}",
  textbody: "line 1\nline '2'\r\n%DATE% !history",
};

test.skipIf(isMissing('curl')).each([
  ['with the token in a variable', { showsToken: false, tls: false }],
  ['with the real token', { showsToken: true, tls: false }],
  ['over HTTPS', { showsToken: false, tls: true }],
])('a request is sent again by its curl command, %s', async (_, { showsToken, tls }) => {
  const office = await ServedOffice.open();
  const first = await postMail(office, odd, tls);
  expect(first.session.kind).toBe('api');
  if (first.session.kind !== 'api') {
    return;
  }
  const exchange = first.session;
  const token = tokenOf(office.agent, exchange);
  expect(token).toBe(office.agent.tokens[0]?.token);
  const { caFile } = (await office.ask('GET', '/api/tls')).body as { caFile: string };
  const command = curlCommand(
    exchange,
    apiTargetOf(office.agent, exchange, { caFile, showsToken }),
    'request.json',
  );
  expect(command.includes(token ?? '')).toBe(showsToken);
  const again = await arrivalOf(office, command, {
    file: ['unused', `/api/messages/${first.id}/raw`],
    environment: { [tokenVariable]: token ?? '' },
  });
  expect(again).toMatchObject({
    subject: first.subject,
    text: first.text,
    from: first.from,
    door: first.door,
  });
  expect(again.session).toMatchObject({ request: { body: exchange.request.body } });
  const kept = (detail: MessageDetail): unknown =>
    detail.session.kind === 'api' &&
    detail.session.request.headers.filter(([name]) => /^(?:x-|content-type|authorization)/i.test(name));
  expect(kept(again)).toEqual(kept(first));
});

test.skipIf(isMissing('curl'))('a request with files is sent again from a file, byte for byte', async () => {
  const office = await ServedOffice.open();
  const file = (seed: number): string =>
    Buffer.from(Array.from({ length: 6000 }, (_, n) => (n * seed) % 251)).toString('base64');
  const mail = {
    ...odd,
    attachments: [
      { name: 'a.bin', mime_type: 'application/octet-stream', content: file(3) },
      { name: 'b.bin', mime_type: 'application/octet-stream', content: file(7) },
    ],
  };
  const first = await postMail(office, mail);
  const exchange = first.session;
  expect(exchange.kind).toBe('api');
  if (exchange.kind !== 'api') {
    return;
  }
  expect(exchange.request.body).toContain('base64 characters>');
  expect(isBodyInline(exchange.request)).toBe(false);
  expect(isBodyLost(exchange.request)).toBe(false);
  const target = apiTargetOf(office.agent, exchange, { caFile: '', showsToken: true });
  const again = await arrivalOf(office, curlCommand(exchange, target, 'request.json'), {
    file: ['request.json', `/api/messages/${first.id}/request-body`],
    environment: {},
  });
  expect(again.parts).toEqual(first.parts);
  for (const { n } of first.parts) {
    const [one, other] = await Promise.all(
      [first, again].map(({ id }) => office.postOffice.archive.part(id, n)),
    );
    expect(Buffer.from(other?.bytes ?? []).equals(Buffer.from(one?.bytes ?? [1]))).toBe(true);
  }
});

const mail = [
  'From: "It\'s $HOME" <shop@example.com>',
  'Subject: dots and escapes',
  '',
  '.',
  '..two',
  'C:\\new and %DATE% and %FROM_ADDRESS%',
  'From here on',
  'no line end',
].join('\r\n');

test.skipIf(isMissing('swaks')).each([
  ['plainly', { port: 'smtp', starttls: false, user: null }],
  ['with STARTTLS and a login', { port: 'smtp', starttls: true, user: 'emailapikey' }],
  ['with implicit TLS', { port: 'smtps', starttls: false, user: null }],
] as const)('a mail is sent again by its swaks command, %s', async (_, { port, starttls, user }) => {
  const office = await ServedOffice.open();
  const token = office.agent.tokens[0]?.token ?? '';
  const indexed = office.next('message.indexed');
  const transport = createTransport({
    host: '127.0.0.1',
    port: office.agent.channels[port].port,
    secure: port === 'smtps',
    requireTLS: starttls,
    ignoreTLS: !starttls,
    tls: { rejectUnauthorized: false },
    ...(user === null ? {} : { auth: { user, pass: token } }),
  });
  await transport.sendMail({
    envelope: { from: "o'neil+tag@example.com", to: ['jane@example.com', 'hidden@example.com'] },
    raw: mail,
  });
  transport.close();
  const first = await detailOf(office, (await indexed).message.id);
  expect(first.session.kind).toBe('smtp');
  if (first.session.kind !== 'smtp') {
    return;
  }
  const command = swaksCommand(
    first.envelope,
    smtpWayOf(office.agent, first.door, first.session, false),
    'message.smtp',
  );
  const again = await arrivalOf(office, command, {
    file: ['message.smtp', `/api/messages/${first.id}/smtp-data`],
    environment: { [passwordVariable]: token },
  });
  expect(again.envelope).toEqual(first.envelope);
  expect(again.door).toBe(port);
  expect(again.session).toMatchObject({ user, helo: first.session.helo });
  expect(again.session.kind === 'smtp' && again.session.tls !== null).toBe(first.session.tls !== null);
  const [one, other] = await Promise.all([first, again].map(({ id }) => office.postOffice.archive.raw(id)));
  expect(Buffer.from(other ?? []).toString()).toBe(Buffer.from(one ?? []).toString());
});

test('says what cannot be sent again: the request of a mail by SMTP', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send('Subject: By SMTP\n\nHello.\n');
  expect(await office.ask('GET', `/api/messages/${id}/request-body`)).toMatchObject({
    status: 404,
    body: { error: { code: 'message.no-request' } },
  });
});
