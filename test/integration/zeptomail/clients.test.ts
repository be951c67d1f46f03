import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished, describe, expect, test } from 'vitest';
import { openAuthority } from '../../../electron/tls/authority.ts';
import { ApiOffice } from '../../support/api-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);

/** The part of the official SDK that these tests use. */
interface SendMailClient {
  sendMail(mail: object): Promise<{ request_id: string; data: { code: string }[] }>;
  sendBatchMail(mail: object): Promise<{ request_id: string }>;
  sendMailWithTemplate(mail: object): Promise<{ request_id: string }>;
  mailBatchWithTemplate(mail: object): Promise<{ request_id: string }>;
}
type SendMailClientClass = new (
  params: { url: string; token: string },
  options?: { useHttps: boolean },
) => SendMailClient;

const sdks = {
  zeptomail: () => import('zeptomail') as Promise<unknown>,
  // @ts-expect-error -- it brings no types that its exports lead to
  'zeptomail-6': () => import('zeptomail-6') as Promise<unknown>,
};

async function sdk(name: keyof typeof sdks): Promise<SendMailClientClass> {
  return ((await sdks[name]()) as { SendMailClient: SendMailClientClass }).SendMailClient;
}

const mail = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  to: [{ email_address: { address: 'jane@customer.test', name: 'Jane' } }],
  subject: 'Willkommen – ようこそ',
  htmlbody: '<b>Hello</b>',
  textbody: 'Hello',
};

const template = {
  name: 'Hello',
  alias: 'hello',
  subject: 'Hello {{name}}',
  html: '<b>{{name}}</b>',
  text: null,
  sampleMergeInfo: {},
};

describe.each([
  // The meaning of the flag was turned round between the versions.
  ['zeptomail', { useHttps: false }],
  ['zeptomail-6', { useHttps: true }],
] as const)('the official SDK %s', (name, flag) => {
  test('sends with the flag for plain HTTP', async () => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const client = new (await sdk(name))({ url: office.url, token: office.authorization }, flag);
    const answer = await client.sendMail(mail);
    expect(answer.data[0]?.code).toBe('EM_104');
    const message = await office.message();
    expect(message.subject).toBe(mail.subject);
    expect(message.messageId).toBe(`<${answer.request_id}@shop.test>`);
  });

  test('sends with the address alone, by the ?https:// trick', async () => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const url = `${office.url}v1.1/email?https://`;
    const client = new (await sdk(name))({ url, token: office.authorization });
    expect((await client.sendMail(mail)).data[0]?.code).toBe('EM_104');
    expect((await office.message()).session).toMatchObject({ request: { path: '/v1.1/email?https://' } });
  });

  test('rejects with the error that it was answered', async () => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const client = new (await sdk(name))({ url: office.url, token: 'Zoho-enczapikey wrong' }, flag);
    await expect(client.sendMail(mail)).rejects.toMatchObject({
      error: { code: 'TM_4001', details: [{ code: 'SERR_157' }] },
    });
  });

  test('sends from a template, to all and to each', async () => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const { key } = office.ledger.templates.create(office.agent, template, new Date());
    const client = new (await sdk(name))({ url: office.url, token: office.authorization }, flag);
    const { from, to } = mail;
    const one = await client.sendMailWithTemplate({ template_key: key, from, to, merge_info: { name: 'A' } });
    expect(one.request_id).toMatch(/\.m1\./);
    expect((await office.message(0)).subject).toBe('Hello A');
    const each = await client.mailBatchWithTemplate({
      template_alias: 'hello',
      from,
      to: to.map((entry) => ({ ...entry, merge_info: { name: 'B' } })),
    });
    expect(each.request_id).toMatch(/\.b1\./);
    expect((await office.message(1)).subject).toBe('Hello B');
  });

  test('sends a batch, one mail to each', async () => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const client = new (await sdk(name))({ url: office.url, token: office.authorization }, flag);
    const answer = await client.sendBatchMail({
      ...mail,
      subject: 'For {{name}}',
      to: ['Ann', 'Bob'].map((person) => ({
        email_address: { address: `${person}@customer.test` },
        merge_info: { name: person },
      })),
    });
    expect(answer.request_id).toMatch(/\.b1\./);
    const messages = [await office.message(0), await office.message(1)];
    expect(messages.map(({ subject }) => subject).toSorted()).toEqual(['For Ann', 'For Bob']);
  });
});

async function httpsOffice(): Promise<{ office: ApiOffice; caFile: string }> {
  const authority = await openAuthority({ folder: await temporaryFolder() });
  onTestFinished(() => authority.close());
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] }, authority.certificate);
  return { office, caFile: authority.caFile };
}

describe('nodemailer-zeptomail-transport over HTTPS', () => {
  const script = fileURLToPath(new URL('../../support/send-with-zeptomail-transport.ts', import.meta.url));

  async function send(office: ApiOffice, caFile: string, options: object): Promise<unknown> {
    const { stdout } = await run(
      process.execPath,
      [script, String(office.door.port), office.authorization, JSON.stringify(options)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile } },
    );
    return JSON.parse(stdout);
  }

  test('trusts the authority and sends, unchanged', async () => {
    const { office, caFile } = await httpsOffice();
    const answer = await send(office, caFile, {
      from: 'Shop <orders@shop.test>',
      to: 'jane@customer.test',
      replyTo: 'help@shop.test',
      subject: 'Hello',
      text: 'Hello',
      html: '<b>Hello</b>',
    });
    expect(answer).toMatchObject({ response: [{ code: 'EM_104' }] });
    const message = await office.message();
    expect(message).toMatchObject({ door: 'apis', subject: 'Hello', verdicts: [] });
    expect(message.session).toMatchObject({ tls: true });
  });

  test('is told by a strict agent that its attachments are not base64', async () => {
    const { office, caFile } = await httpsOffice();
    const answer = await send(office, caFile, {
      from: 'orders@shop.test',
      to: 'jane@customer.test',
      subject: 'Hello',
      text: 'Hello',
      attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'not base64!' }],
    });
    expect(answer).toMatchObject({
      error: { error: { code: 'TM_3301', details: [{ target: 'attachments[0].content' }] } },
    });
  });
});

test('curl sends by HTTPS to localhost with the authority’s file', async ({ skip }) => {
  const hasCurl = await run('curl', ['--version']).then(
    () => true,
    () => false,
  );
  skip(!hasCurl, 'this machine has no curl');
  const { office, caFile } = await httpsOffice();
  const { stdout } = await run('curl', [
    '--silent',
    '--noproxy',
    '*',
    '--cacert',
    caFile,
    '--write-out',
    '\n%{http_code}',
    '--header',
    `Authorization: ${office.authorization}`,
    '--data',
    JSON.stringify(mail),
    `https://localhost:${office.door.port}/v1.1/email`,
  ]);
  expect(stdout).toMatch(/"EM_104"[^]*\n201$/);
});

test.each([
  ['a client that does not trust the authority', 'https', /^no TLS: .*trust/],
  ['plain HTTP on the HTTPS port', 'http', /^no TLS: plain HTTP/],
])('%s leaves a note in the activity', async (_, scheme, summary) => {
  const { office } = await httpsOffice();
  await expect(fetch(`${scheme}://localhost:${office.door.port}/`)).rejects.toThrow('fetch failed');
  const activity = await office.activity();
  expect(activity.outcome).toBe('failed');
  expect(activity.summary).toMatch(summary);
});
