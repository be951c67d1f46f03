import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { Agent } from '#shared/agent.ts';
import type { AppEvent } from '#shared/events.ts';
import { filesInZip } from '../../support/files-in-zip.ts';
import { ServedOffice } from '../../support/served-office.ts';

const oddMails = [
  'From: a@example.com\r\nTo: b@example.org\r\nSubject: plain\r\n\r\nHi\r\n',
  'From: a@example.com\nSubject: line feeds only, no final one\n\nFrom here\n>From there',
  'From: a@example.com\r\nSubject: \0NUL and lone \r here\r\n\r\n\0\0\r\r\n\nx\r',
  'no headers at all, only text\n',
  'Subject: ../../etc/passwd\r\n\r\n\r\n\r\n',
  'Subject: ../../etc/passwd\r\n\r\n\xff\xfe\r\n',
  '\n',
  '',
].map((text) => Buffer.from(text, 'latin1'));

async function file(office: ServedOffice, raws: readonly Uint8Array[], agent: Agent = office.agent) {
  for (const raw of raws) {
    await office.postOffice.filing.file({
      agentId: agent.id,
      door: 'import',
      receivedAt: new Date('2026-11-05T20:21:48Z'),
      raw: Buffer.from(raw),
      envelope: { mailFrom: 'envelope@example.com', rcptTo: ['b@example.org'] },
      session: {
        kind: 'import',
        file: 'x',
        entry: null,
        importedAt: new Date().toISOString(),
        envelopeFrom: [],
      },
      verdicts: [],
    });
  }
}

/** The raw messages of an agent, oldest first. */
async function rawsOf(office: ServedOffice, agent: Agent): Promise<Buffer[]> {
  const { archive } = office.postOffice;
  const ids = await archive.ids({ agentId: agent.id });
  return Promise.all(ids.map(async (id) => Buffer.from((await archive.raw(id)) ?? [])));
}

async function exported(office: ServedOffice, query: string): Promise<Buffer> {
  const response = await office.fetch(`/api/messages/export?${query}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

// oxlint-disable-next-line typescript/no-explicit-any -- the server has checked the answer's shape
async function imported(office: ServedOffice, query: string, body: Uint8Array): Promise<any> {
  const response = await office.fetch(`/api/messages/import?${query}`, {
    method: 'POST',
    body: Buffer.from(body),
  });
  return { status: response.status, ...(await response.json()) };
}

async function zip(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    made.addBuffer(Buffer.from(content), name);
  }
  made.end();
  const pieces: Buffer[] = [];
  for await (const piece of made.outputStream) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

const hex = (raws: readonly Uint8Array[]): string[] => raws.map((raw) => Buffer.from(raw).toString('hex'));

describe('exported messages', () => {
  test.each(['zip', 'mbox'])('come back byte for byte from a %s', async (format) => {
    const office = await ServedOffice.open();
    const other = await office.postOffice.agents.create({ name: 'Other' });
    await file(office, oddMails);
    const archive = await exported(office, `agent=${office.agent.id}&format=${format}`);
    const report = await imported(office, `agent=${other.id}&name=x.${format}`, archive);
    expect(report).toMatchObject({ status: 200, taken: oddMails.length, refusedCount: 0 });
    expect(hex(await rawsOf(office, other))).toEqual(hex(oddMails));
  });

  test('have names in a zip that are safe and their own', async () => {
    const office = await ServedOffice.open();
    await file(office, oddMails);
    const names = (await filesInZip(await exported(office, 'format=zip'))).map(([name]) => name);
    expect(new Set(names).size).toBe(oddMails.length);
    expect(names.filter((name) => !/^\d-[\w-]+\.eml$/.test(name))).toEqual([]);
  });

  test('are those of a search, or those named', async () => {
    const office = await ServedOffice.open();
    const first = await office.send('Subject: walnut\r\n\r\nx\r\n');
    await office.send('Subject: hazel\r\n\r\nx\r\n');
    const found = await filesInZip(await exported(office, 'q=hazel'));
    expect(found.map(([name]) => name)).toEqual(['1-hazel.eml']);
    const named = await filesInZip(await exported(office, `ids=${first.id}`));
    expect(named.map(([name]) => name)).toEqual(['1-walnut.eml']);
    const refused = await office.ask('GET', '/api/messages/export?agent=nobody');
    expect(refused.body.error.code).toBe('agent.not-found');
  });
});

describe('an import', () => {
  test('takes time and envelope from what servers wrote down', async () => {
    const office = await ServedOffice.open();
    const mail = [
      'Return-Path: <bounces@example.com>',
      'Delivered-To: hidden@example.org',
      'X-Envelope-To: one@example.org, <two@example.org>',
      'From: Jane <jane@example.com>',
      'To: list@example.org',
      'Date: Tue, 3 Nov 2026 10:00:00 +0100',
      'Subject: kept',
      '',
      'x',
      '',
    ].join('\r\n');
    await imported(office, `agent=${office.agent.id}&name=kept.eml`, Buffer.from(mail));
    const { body } = await office.ask('GET', `/api/messages?agent=${office.agent.id}`);
    const detail = await office.ask('GET', `/api/messages/${body.messages[0].id}`);
    expect(detail.body).toMatchObject({
      door: 'import',
      subject: 'kept',
      receivedAt: '2026-11-03T09:00:00.000Z',
      envelope: { mailFrom: 'bounces@example.com', rcptTo: ['one@example.org', 'two@example.org'] },
      session: {
        kind: 'import',
        file: 'kept.eml',
        entry: null,
        envelopeFrom: ['return-path', 'x-envelope-to'],
      },
    });
  });

  test('lists it under this moment when told so', async () => {
    const office = await ServedOffice.open();
    const before = Date.now();
    const mail = 'Date: Tue, 3 Nov 2020 10:00:00 +0100\r\nFrom: a@example.com\r\n\r\nx\r\n';
    await imported(office, `agent=${office.agent.id}&name=a.eml&time=now`, Buffer.from(mail));
    const { body } = await office.ask('GET', '/api/messages');
    expect(Date.parse(body.messages[0].receivedAt)).toBeGreaterThanOrEqual(before);
  });

  test('says of a zip what was no mail, and takes the rest', async () => {
    const office = await ServedOffice.open();
    const archive = await zip({
      'inner/a.eml': 'Subject: a\r\n\r\n',
      'inner/photo.png': '\x89PNG\r\n',
      '__MACOSX/._a.eml': 'x',
      'old.mbox':
        'From a@b.c Thu Nov  5 20:21:48 2026\nSubject: b\n\n\nFrom a@b.c Thu Nov  5 20:21:48 2026\nSubject: c\n\n\n',
    });
    const report = await imported(office, `agent=${office.agent.id}&name=mail.zip`, archive);
    expect(report).toMatchObject({
      taken: 3,
      refusedCount: 1,
      refused: [{ name: 'inner/photo.png', reason: expect.stringContaining('no mail') }],
    });
    expect(await readdir(join(office.postOffice.dataFolder, 'spool'))).toEqual([]);
  });

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'), 'import.not-mail'],
    ['a zip that is cut off', Buffer.from('PK\x03\x04 and no more'), 'import.bad-archive'],
  ])('refuses %s and changes nothing', async (_, body, code) => {
    const office = await ServedOffice.open();
    const report = await imported(office, `agent=${office.agent.id}&name=x.bin`, body);
    expect(report.error.code).toBe(code);
    expect(await rawsOf(office, office.agent)).toEqual([]);
  });

  test('refuses a zip with names that lead out of it', async () => {
    const office = await ServedOffice.open();
    const archive = Buffer.from(
      (await zip({ 'aa/evil.eml': 'Subject: a\r\n\r\n' })).toString('latin1').replaceAll('aa/', '../'),
      'latin1',
    );
    const report = await imported(office, `agent=${office.agent.id}&name=x.zip`, archive);
    expect(report.error.code).toBe('import.bad-archive');
  });

  test('tells no webhook and plays no outcome', async () => {
    const office = await ServedOffice.open();
    const events: AppEvent['type'][] = [];
    office.postOffice.announcer.listen(({ type }) => events.push(type));
    const indexed = office.next('message.indexed');
    const mail = 'From: a@example.com\r\nTo: hardbounce@example.com\r\n\r\nx\r\n';
    await imported(office, `agent=${office.agent.id}&name=a.eml`, Buffer.from(mail));
    await indexed;
    expect(events).not.toContain('message.held');
    expect(events).not.toContain('outcome.recorded');
    expect(events).toContain('messages.changed');
  });

  test('is followed and cancelled as a task; what was taken stays, what was cut off is not', async () => {
    const office = await ServedOffice.open();
    const task = randomUUID();
    const progress = office.next('task.changed', (event) => event.task.done > 0);
    const entry = Buffer.from('From a@b.c Thu Nov  5 20:21:48 2026\nSubject: b\n\n\n');
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(entry);
        await new Promise((resolve) => setImmediate(resolve));
        if (isCancelled) {
          controller.close();
        }
      },
    });
    const answer = office.fetch(`/api/messages/import?agent=${office.agent.id}&name=x.mbox&task=${task}`, {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    await progress;
    expect((await office.ask('GET', `/api/tasks/${task}`)).body).toMatchObject({
      kind: 'import',
      state: 'running',
    });
    expect((await office.ask('DELETE', `/api/tasks/${task}`)).status).toBe(204);
    const report = await (await answer).json();
    isCancelled = true;
    expect(report.cancelled).toBe(true);
    expect(await rawsOf(office, office.agent)).toHaveLength(report.taken);
    expect((await office.ask('GET', `/api/tasks/${task}`)).body.state).toBe('cancelled');
  });

  test('tells how much of its file has come, and of an archive how many files there are', async () => {
    const office = await ServedOffice.open();
    const ended = (): Promise<{ task: object }> =>
      office.next('task.changed', ({ task }) => task.state !== 'running');
    async function imported(name: string, body: Buffer<ArrayBuffer>): Promise<object> {
      const end = ended();
      await office.fetch(`/api/messages/import?agent=${office.agent.id}&name=${name}`, {
        method: 'POST',
        body,
      });
      return (await end).task;
    }
    const mbox = Buffer.from('From a@b.c Thu Nov  5 20:21:48 2026\nSubject: b\n\n\n'.repeat(3));
    expect(await imported('x.mbox', mbox)).toMatchObject({ bytes: mbox.byteLength, total: null, done: 3 });
    const files = Buffer.from(await (await office.fetch('/api/messages/export?format=zip')).arrayBuffer());
    expect(await imported('x.zip', files)).toMatchObject({ bytes: files.byteLength, total: 3, done: 3 });
    const mailbox = await zip({ 'x.eml': 'Subject: a\r\n\r\nx\r\n', 'x.mbox': mbox.toString() });
    expect(await imported('y.zip', Buffer.from(mailbox)), 'nobody knows how many').toMatchObject({
      total: null,
      done: 4,
    });
  });
});
