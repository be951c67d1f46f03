import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Task } from '#shared/task.ts';
import { zipOf, type ZipSource } from '../../../electron/exchange/write-zip.ts';
import { ServedOffice } from '../../support/served-office.ts';

const template = {
  name: 'Welcome',
  alias: 'welcome',
  subject: 'Hello {{name}}',
  htmlbody: '<p>{{name}}</p>',
  textbody: null,
  sampleMergeInfo: { name: 'Jane' },
};

/** A post office with something of everything that a workspace file holds. */
async function furnished(): Promise<ServedOffice> {
  const office = await ServedOffice.open();
  const { id } = await office.postOffice.agents.create({
    name: 'Shop',
    colour: 'pink',
    domains: ['shop.example'],
    retention: { maxCount: 500 },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<void> => {
    expect(await office.ask(method, path, body)).toMatchObject({
      status: expect.toSatisfy((n: number) => n < 300),
    });
  };
  await ask('POST', `/api/agents/${id}/templates`, template);
  await ask('POST', `/api/agents/${id}/webhooks`, {
    url: 'http://127.0.0.1:9/hook',
    events: ['hardbounce'],
    enabled: false,
  });
  await ask('POST', `/api/agents/${id}/failures`, {
    effect: { kind: 'api-reset' },
    when: { kind: 'always' },
    enabled: false,
  });
  await ask('PUT', `/api/agents/${id}/outcome-rules`, {
    rules: [{ recipient: '*@gone.example', kind: 'hardbounce' }],
  });
  await ask('POST', '/api/suppressions', { kind: 'domain', value: 'blocked.example', agents: [id] });
  const file = await office.fetch(`/api/agents/${id}/files?name=logo.png`, { method: 'POST', body: 'PNG' });
  expect(file.status).toBe(201);
  const shop = office.postOffice.agents.get(id);
  const first = await office.send('Subject: one\r\nFrom: a@shop.example\r\n\r\nFrom here\r\n', shop);
  await office.send('Subject: two\r\n\r\n\r\n', shop);
  office.postOffice.outcomes.play({
    agentId: id,
    messageId: first.id,
    recipient: 'jane@example.com',
    kind: 'open',
    origin: 'person',
  });
  await office.postOffice.archive.change(
    { ids: [first.id] },
    { read: true, starred: true, tags: ['keep'], note: 'The first.' },
  );
  return office;
}

async function workspaceOf(office: ServedOffice, query = ''): Promise<Buffer> {
  const response = await office.fetch(`/api/workspace${query}`);
  expect(response.headers.get('content-disposition')).toMatch(/workspace-.*\.restante/);
  return Buffer.from(await response.arrayBuffer());
}

// oxlint-disable-next-line typescript/no-explicit-any -- the server has checked the answer's shape
async function opened(office: ServedOffice, file: Uint8Array, query = ''): Promise<any> {
  const response = await office.fetch(`/api/workspace?name=demo.restante${query}`, {
    method: 'POST',
    body: Buffer.from(file),
  });
  return response.json();
}

/** Everything of an agent, without what is another's elsewhere: ids, ports and times of making. */
async function contentOf(office: ServedOffice, name: string) {
  const { agents, archive, ledger, webhooks, outcomeScript } = office.postOffice;
  const agent = agents.configs.find((each) => each.name === name);
  if (agent === undefined) {
    throw new Error(`There is no agent called ${name}.`);
  }
  const { id, channels: _, createdAt: __, ...config } = agent;
  // What was brought is held when the answer comes, and read soon after.
  await expect
    .poll(() => office.ask('GET', `/api/messages?agent=${id}&q=is:pending`))
    .toMatchObject({ body: { total: 0 } });
  const ids = await archive.ids({ agentId: id });
  const messages = await Promise.all(
    ids.map(async (each) => {
      const held = await archive.parcel(each);
      const { read, starred, tags, note, receivedAt, door, subject } = held?.summary ?? {};
      const outcomes = ledger.outcomes.of(each).map(({ recipient, kind, at }) => ({ recipient, kind, at }));
      return {
        read,
        starred,
        tags,
        note,
        receivedAt,
        door,
        subject,
        outcomes,
        facts: held?.facts,
        raw: Buffer.from(held?.raw ?? []).toString(),
      };
    }),
  );
  return {
    config,
    messages,
    templates: ledger.templates.list(id).map(({ modifiedAt: ___, ...rest }) => rest),
    webhooks: webhooks.list(id).map(({ url, events, enabled }) => ({ url, events, enabled })),
    webhookKey: webhooks.key(id).key,
    failures: ledger.failures.list(id).map(({ effect, when, enabled }) => ({ effect, when, enabled })),
    rules: outcomeScript.rules(id),
    files: ledger.files.list(id).map(({ key }) => ({
      key,
      content: Buffer.from(ledger.files.find(id, key)?.content ?? []).toString(),
    })),
    suppressed: ledger.suppressions.match(id, 'x@blocked.example')?.value,
  };
}

async function archiveOf(files: readonly ZipSource[]): Promise<Buffer> {
  async function* sources(): AsyncGenerator<ZipSource> {
    yield* files;
  }
  return Buffer.from(await new Response(zipOf(sources())).arrayBuffer());
}

function json(path: string, value: unknown): ZipSource {
  return { path, bytes: Buffer.from(JSON.stringify(value)) };
}

const manifest = {
  format: 'restante-workspace',
  version: 1,
  madeBy: '1.0.0',
  madeAt: '2026-11-05T20:21:48Z',
  withCredentials: true,
  messages: 0,
};
const channels = { smtp: { port: 0 }, smtps: { port: 0 }, api: { port: 0 }, apis: { port: 0 } };
const emptyOffice = { agents: [], suppressions: [], gateway: { enabled: true, channels } };

describe('a workspace file', () => {
  test('brings everything to another data folder as it was', async () => {
    const office = await furnished();
    const elsewhere = await ServedOffice.open();
    const report = await opened(elsewhere, await workspaceOf(office));
    expect(report).toMatchObject({
      messages: 2,
      suppressions: 1,
      settingsTaken: false,
      agents: [
        { was: 'My app', name: 'My app 2', notes: [expect.stringContaining('“My app 2”')] },
        { was: 'Shop', name: 'Shop', notes: [] },
      ],
    });
    expect(await contentOf(elsewhere, 'Shop')).toEqual(await contentOf(office, 'Shop'));
  });

  test('changes nothing that is there: names, ports and credentials that are taken become others', async () => {
    const office = await furnished();
    const before = await contentOf(office, 'Shop');
    const report = await opened(office, await workspaceOf(office));
    expect(report.agents[1]).toMatchObject({
      name: 'Shop 2',
      notes: expect.arrayContaining([expect.stringContaining('new token')]),
    });
    expect(await contentOf(office, 'Shop')).toEqual(before);
    const { config, messages } = await contentOf(office, 'Shop 2');
    expect(messages).toHaveLength(2);
    expect(config.tokens[0]?.token).not.toBe(before.config.tokens[0]?.token);
  });

  test('leaves out credentials and messages when told so', async () => {
    const office = await furnished();
    const token = office.agent.tokens[0]?.token ?? '';
    const file = await workspaceOf(office, '?credentials=false&messages=false');
    const elsewhere = await ServedOffice.open();
    const report = await opened(elsewhere, file);
    expect(report).toMatchObject({ messages: 0 });
    expect(report.agents[1].notes).toEqual([expect.stringContaining('the file has none')]);
    expect(
      elsewhere.postOffice.agents.configs.flatMap(({ tokens }) => tokens).map((each) => each.token),
    ).not.toContain(token);
  });
});

/** A workspace with an agent more than any first run has, and so many messages. */
async function largeWorkspace(messages: number): Promise<Buffer> {
  const office = await ServedOffice.open();
  await office.postOffice.agents.create({ name: 'Shop' });
  const entry = 'From a@b.c Thu Nov  5 20:21:48 2026\nSubject: one of many\n\nx\n\n';
  const report = await office.fetch(`/api/messages/import?agent=${office.agent.id}&name=x.mbox`, {
    method: 'POST',
    body: entry.repeat(messages),
  });
  expect(await report.json()).toMatchObject({ taken: messages });
  return workspaceOf(office);
}

describe('the opening of a workspace', () => {
  test('tells step by step how far it is', async () => {
    const file = await largeWorkspace(40);
    const office = await ServedOffice.open();
    const told: Task[] = [];
    office.postOffice.announcer.listen((event) => {
      if (event.type === 'task.changed') {
        told.push(event.task);
      }
    });
    const task = randomUUID();
    await opened(office, file, `&task=${task}`);
    expect(new Set(told.map(({ id, kind }) => `${kind} ${id}`))).toEqual(new Set([`workspace ${task}`]));
    expect([...new Set(told.map(({ step }) => step))]).toEqual(['reading', 'checking', 'adding']);
    expect(told.at(-1)).toMatchObject({ state: 'done', bytes: file.byteLength, done: 40, total: 40 });
  });

  test.each(['checking', 'adding'] as const)(
    'is cancelled while it is %s, and leaves nothing behind',
    async (step) => {
      const file = await largeWorkspace(1500);
      const office = await ServedOffice.open();
      const { agents, archive } = office.postOffice;
      const before = agents.configs;
      const task = randomUUID();
      const reached = office.next('task.changed', (event) => event.task.step === step);
      const answer = opened(office, file, `&task=${task}`);
      await reached;
      expect((await office.ask('DELETE', `/api/tasks/${task}`)).status).toBe(204);
      expect((await answer).error).toMatchObject({
        code: 'workspace.cancelled',
        message: 'Opening demo.restante was cancelled. Nothing was changed.',
      });
      expect(agents.configs).toEqual(before);
      expect(await archive.count({})).toBe(0);
      expect((await office.ask('GET', `/api/tasks/${task}`)).body).toMatchObject({
        state: 'cancelled',
        problem: null,
      });
    },
  );

  test('is cancelled while the file still comes', async () => {
    const office = await ServedOffice.open();
    const task = randomUUID();
    const progress = office.next('task.changed', (event) => event.task.bytes > 0);
    let isOver = false;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(new Uint8Array(10_000));
        await new Promise((resolve) => setImmediate(resolve));
        if (isOver) {
          controller.close();
        }
      },
    });
    const answer = office.fetch(`/api/workspace?task=${task}`, {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    await progress;
    expect((await office.ask('DELETE', `/api/tasks/${task}`)).status).toBe(204);
    expect((await answer).status).toBe(409);
    isOver = true;
    expect(await readdir(join(office.postOffice.dataFolder, 'spool'))).toEqual([]);
  });
});

describe('a file that is no workspace, or not in order', () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    ['no archive', 'workspace.damaged', async () => Buffer.from('hello')],
    ['another archive', 'workspace.not-one', () => archiveOf([json('a.json', {})])],
    [
      'one of a newer Restante',
      'workspace.newer',
      () => archiveOf([json('workspace.json', { ...manifest, version: 2, other: true })]),
    ],
    ['one without its office', 'workspace.damaged', () => archiveOf([json('workspace.json', manifest)])],
    [
      'one whose message is nobody’s',
      'workspace.damaged',
      () =>
        archiveOf([
          json('workspace.json', { ...manifest, messages: 1 }),
          json('office.json', emptyOffice),
          json('messages/0.json', {
            agentId: '01890000-0000-7000-8000-00000000000a',
            door: 'smtp',
            receivedAt: '2026-11-05T20:21:48Z',
            read: false,
            envelope: { mailFrom: null, rcptTo: [] },
            session: {
              kind: 'import',
              file: 'x',
              entry: null,
              importedAt: '2026-11-05T20:21:48Z',
              envelopeFrom: [],
            },
            verdicts: [],
            outcomes: [],
          }),
          { path: 'messages/0.eml', bytes: Buffer.from('x') },
        ]),
    ],
    [
      'one that unpacks to far more than it is',
      'workspace.damaged',
      () =>
        // The directory of the archive tells the size of what is unpacked, in the last entry 2 GB.
        archiveOf([json('workspace.json', manifest), json('office.json', emptyOffice)]).then((archive) => {
          archive.writeUInt32LE(2 ** 31, archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
          return archive;
        }),
    ],
  ])('is refused when it is %s, and changes nothing', async (_, code, make) => {
    const office = await ServedOffice.open();
    const answer = await opened(office, await make());
    expect(answer.error.code).toBe(code);
    expect(office.postOffice.agents.list()).toHaveLength(1);
    expect(await readdir(join(office.postOffice.dataFolder, 'spool'))).toEqual([]);
  });

  test('is refused when any of its bytes is missing or another', async () => {
    const office = await furnished();
    const file = await workspaceOf(office);
    const elsewhere = await ServedOffice.open();
    const cut = [file.length - 1, Math.floor(file.length / 2), 100].map((length) => file.subarray(0, length));
    const changed = [0.2, 0.5, 0.8].map((share) => {
      const copy = Buffer.from(file);
      const at = Math.floor(copy.indexOf('PK\x01\x02') * share);
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      return copy;
    });
    for (const broken of [...cut, ...changed]) {
      expect((await opened(elsewhere, broken)).error?.code).toBe('workspace.damaged');
    }
    expect(elsewhere.postOffice.agents.list()).toHaveLength(1);
  });
});
