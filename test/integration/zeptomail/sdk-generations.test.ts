import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assert, describe, expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The packages of test/clients, which scripts/prepare/clients.ts installs. */
const requireClient = createRequire(new URL('../../clients/package.json', import.meta.url));

interface Answer {
  readonly request_id: string;
  readonly data: readonly { readonly code: string }[];
}

type Send = (mail: object) => Promise<Answer>;

/** Which methods there are differs between the generations. */
interface SendMailClient {
  readonly [method: string]: Send;
}

interface Sdk {
  readonly SendMailClient: new (
    options: { url: string; token: string },
    clientOptions?: { useHttps: boolean },
  ) => SendMailClient;
}

/** In 3 to 6 the flag means that the address has its scheme already; in 7 and 8 that `https://` is put before it. */
const upTo6 = { useHttps: true };
const since7 = { useHttps: false };

const template = {
  name: 'Hello',
  alias: 'hello',
  subject: 'Hello {{name}}',
  html: '<b>{{name}}</b>',
  text: null,
  sampleMergeInfo: {},
};

/** Generation 3 sends nothing without a bounce address; the later ones let it be. */
const sender = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  bounce_address: 'bounce@bounce.shop.test',
};

const mail = {
  ...sender,
  to: [{ email_address: { address: 'jane@customer.test', name: 'Jane' } }],
  subject: 'Willkommen – ようこそ',
  htmlbody: '<b>Hello</b>',
  textbody: 'Hello',
};

const people = ['Ann', 'Bob'].map((name) => ({
  email_address: { address: `${name.toLowerCase()}@customer.test`, name },
  merge_info: { name },
}));

function openShop(): Promise<ApiOffice> {
  return ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
}

async function subjects(office: ApiOffice, count: number): Promise<string[]> {
  const messages = await Promise.all(Array.from({ length: count }, (_, nth) => office.message(nth)));
  return messages.map(({ subject }) => subject).toSorted();
}

async function requestOf(office: ApiOffice) {
  const { session } = await office.message();
  assert(session.kind === 'api');
  return session.request;
}

const json = 'application/json';
const text = 'text/plain;charset=UTF-8';

describe.each([
  { generation: 3, flag: upTo6, type: text, batches: ['MailBatchWithTemplate'] },
  { generation: 4, flag: upTo6, type: text, batches: ['MailBatchWithTemplate'] },
  { generation: 5, flag: upTo6, type: text, batches: ['mailBatchWithTemplate'] },
  { generation: 6, flag: upTo6, type: text, batches: ['mailBatchWithTemplate', 'sendBatchMail'] },
  { generation: 7, flag: since7, type: json, batches: ['mailBatchWithTemplate', 'sendBatchMail'] },
  { generation: 8, flag: since7, type: json, batches: ['mailBatchWithTemplate', 'sendBatchMail'] },
])('generation $generation of the SDK', ({ generation, flag, type, batches }) => {
  const { SendMailClient } = requireClient(`zeptomail-${generation}`) as Sdk;
  const methods = ['sendMail', 'sendMailWithTemplate', ...batches];

  function clientOf(office: ApiOffice, token = office.authorization): SendMailClient {
    return new SendMailClient({ url: office.url, token }, flag);
  }

  function send(client: SendMailClient, method: string, body: object): Promise<Answer> {
    assert(client[method] !== undefined, method);
    return client[method](body);
  }

  test(`sends by ${methods.join(', ')} and nothing else`, () => {
    const found = Object.getOwnPropertyNames(SendMailClient.prototype).filter(
      (name) => name !== 'constructor',
    );
    expect(found.toSorted()).toEqual(methods.toSorted());
  });

  test(`sendMail sends JSON that it calls ${type}`, async () => {
    const office = await openShop();
    const answer = await send(clientOf(office), 'sendMail', mail);
    expect(answer.data[0]?.code).toBe('EM_104');
    const message = await office.message();
    expect(message).toMatchObject({ subject: mail.subject, verdicts: [] });
    expect(message.messageId).toBe(`<${answer.request_id}@bounce.shop.test>`);
    const { path, headers } = await requestOf(office);
    expect(path).toBe('/v1.1/email');
    expect(headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]).toBe(type);
  });

  test('sendMailWithTemplate fills the template', async () => {
    const office = await openShop();
    const { key } = office.ledger.templates.create(office.agent, template, new Date());
    const answer = await send(clientOf(office), 'sendMailWithTemplate', {
      ...sender,
      template_key: key,
      to: mail.to,
      merge_info: { name: 'Jane' },
    });
    expect(answer.request_id).toMatch(/\.m1\./);
    expect(await subjects(office, 1)).toEqual(['Hello Jane']);
    expect((await requestOf(office)).path).toBe('/v1.1/email/template');
  });

  test.each(batches)('%s fills a mail for each recipient', async (method) => {
    const office = await openShop();
    office.ledger.templates.create(office.agent, template, new Date());
    const [content, path] =
      method === 'sendBatchMail'
        ? [{ subject: template.subject, htmlbody: template.html }, '/v1.1/email/batch']
        : [{ template_alias: template.alias }, '/v1.1/email/template/batch'];
    const answer = await send(clientOf(office), method, { ...sender, ...content, to: people });
    expect(answer.request_id).toMatch(/\.b1\./);
    expect(await subjects(office, 2)).toEqual(['Hello Ann', 'Hello Bob']);
    expect((await requestOf(office)).path).toBe(path);
  });

  test('is pointed here by its address alone, which ends in ?https://', async () => {
    const office = await openShop();
    const url = `${office.url}v1.1/email?https://`;
    const client = new SendMailClient({ url, token: office.authorization });
    expect((await send(client, 'sendMail', mail)).data[0]?.code).toBe('EM_104');
    expect((await requestOf(office)).path).toBe('/v1.1/email?https://');
  });

  test('rejects with the error that it was answered', async () => {
    const office = await openShop();
    const client = clientOf(office, 'Zoho-enczapikey wrong');
    await expect(send(client, 'sendMail', mail)).rejects.toMatchObject({
      error: { code: 'TM_4001', details: [{ code: 'SERR_157' }] },
    });
  });
});

test('generation 3 sends nothing without a bounce address, and says so itself', async () => {
  const { SendMailClient } = requireClient('zeptomail-3') as Sdk;
  const office = await openShop();
  const client = new SendMailClient({ url: office.url, token: office.authorization }, upTo6);
  await expect(client.sendMail?.({ ...mail, bounce_address: undefined })).rejects.toBe(
    'Bounce address cannot be empty.',
  );
  expect(await office.held()).toBe(0);
});

const { ApiMailAdapter, ApiPayloadConverter } = requireClient('parse-server-api-mail-adapter') as {
  ApiMailAdapter: new (options: object) => { sendMail: (mail: object) => Promise<unknown> };
  ApiPayloadConverter: { zeptomail: (data: { api: string; payload: object }) => object };
};

describe('Parse Server’s mail adapter', () => {
  /** Sends the adapter's template as its README sets it up, with a generation of the SDK pointed here by its address. */
  async function sendTemplate(
    office: ApiOffice,
    generation: number,
    contents: { text: string; html: string },
  ): Promise<unknown> {
    const folder = await temporaryFolder();
    const paths = {
      subjectPath: join(folder, 'subject.txt'),
      textPath: join(folder, 'mail.txt'),
      htmlPath: join(folder, 'mail.html'),
    };
    await writeFile(paths.subjectPath, 'Hello {{name}}');
    await writeFile(paths.textPath, contents.text);
    await writeFile(paths.htmlPath, contents.html);
    const { SendMailClient } = requireClient(`zeptomail-${generation}`) as Sdk;
    const url = `${office.url}v1.1/email?https://`;
    const client = new SendMailClient({ url, token: office.authorization });
    const adapter = new ApiMailAdapter({
      sender: 'orders@shop.test',
      templates: { hello: paths },
      apiCallback: ({ payload }: { payload: object }) =>
        client.sendMail?.(ApiPayloadConverter.zeptomail({ api: '1.1', payload })),
    });
    return adapter.sendMail({
      recipient: 'jane@customer.test, bob@customer.test',
      templateName: 'hello',
      placeholders: { name: 'Jane' },
    });
  }

  const both = { text: 'Dear {{name}}', html: '<b>{{name}}</b>' };
  const htmlAlone = { text: '', html: '<b>{{name}}</b>' };

  test.each([4, 5, 6, 7, 8])('sends text and HTML by generation %i of the SDK', async (generation) => {
    const office = await openShop();
    await sendTemplate(office, generation, both);
    const message = await office.message();
    expect(message).toMatchObject({ subject: 'Hello Jane', verdicts: [] });
    const raw = message.raw.toString();
    expect(raw).toContain('To: jane@customer.test, bob@customer.test');
    expect(raw).toContain('Dear Jane');
    expect(raw).toContain('<b>Jane</b>');
  });

  test('cannot send by generation 3, which wants the bounce address that it does not give', async () => {
    const office = await openShop();
    await expect(sendTemplate(office, 3, both)).rejects.toBe('Bounce address cannot be empty.');
  });

  test('is refused by a strict agent where the text is empty, since it sends the extra key “text”', async () => {
    const office = await openShop();
    await expect(sendTemplate(office, 8, htmlAlone)).rejects.toMatchObject({
      error: { code: 'TM_3301', details: [{ code: 'GE_121', target: '[text]' }] },
    });
  });

  test('gets HTML alone to a relaxed agent, which notes that key and textbody: {}', async () => {
    const office = await ApiOffice.open();
    await sendTemplate(office, 8, htmlAlone);
    expect(await office.message()).toMatchObject({
      subject: 'Hello Jane',
      verdicts: [{ target: '[text]' }, { target: 'textbody' }],
    });
    expect(JSON.parse((await requestOf(office)).body)).toMatchObject({ text: '', textbody: {} });
  });
});
