import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Task } from '#shared/task.ts';
import { createControlApp } from '../../../electron/control/control-app.ts';
import { desktopMailViewPlace } from '../../../electron/control/mail-view/mail-view-place.ts';
import { openWorkspace } from '../../../electron/exchange/open-workspace.ts';
import { readWorkspace } from '../../../electron/exchange/read-workspace.ts';
import { Tasks } from '../../../electron/exchange/tasks.ts';
import { nextEvent, postOfficeForTest } from '../../support/post-office.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import {
  archiveOf,
  channels,
  emptyOffice,
  json,
  manifest,
  opened,
  workspaceOf,
} from '../../support/workspace-files.ts';

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
    const { length } = office.postOffice.agents.configs;
    expect((await opened(office, file, `&task=${task}`)).error.field, 'sent once more').toBe('task');
    expect(office.postOffice.agents.configs).toHaveLength(length);
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

  test.each([
    ['before anything else is changed', 'cancelled', 1],
    ['while the settings are taken', 'done', 3],
  ] as const)('that is cancelled %s ends as %s', async (moment, state, agentsThere) => {
    const { postOffice } = await ServedOffice.open();
    const { agents, announcer, gateway } = postOffice;
    const tasks = new Tasks(announcer);
    const id = randomUUID();
    const patch = gateway.patch.bind(gateway);
    vi.spyOn(gateway, 'patch').mockImplementation((wish) => {
      tasks.cancel(id);
      return patch(wish);
    });
    if (state === 'cancelled') {
      announcer.listen(({ type }) => type === 'messages.changed' && tasks.cancel(id));
    }
    const file = join(await temporaryFolder(), 'x.restante');
    await writeFile(file, await largeWorkspace(3));
    const opening = tasks.run({ kind: 'workspace', title: moment, agentId: null, id }, (task) =>
      readWorkspace({ file, name: 'x.restante' }, task, (workspace) =>
        openWorkspace(workspace, { settings: 'take' }, postOffice, task),
      ),
    );
    await Promise.allSettled([opening]);
    expect(tasks.get(id).state).toBe(state);
    expect(agents.configs).toHaveLength(agentsThere);
  });

  test('that fails at the settings leaves nothing behind', async () => {
    const office = await ServedOffice.open();
    const twice = { ...channels, smtp: { port: 2525 }, api: { port: 2525 } };
    const now = '2026-11-05T20:21:48Z';
    const suppression = { kind: 'email', value: 'jane@example.com', action: 'suppress', agents: [] };
    const facts = { id: randomUUID(), description: '', category: 'manual', createdAt: now, modifiedAt: now };
    const file = await archiveOf([
      json('workspace.json', manifest),
      json('office.json', {
        ...emptyOffice,
        suppressions: [{ ...suppression, ...facts }],
        gateway: { enabled: true, channels: twice },
      }),
    ]);
    expect((await opened(office, file, '&settings=take')).error.code).toBe('agent.port-conflict');
    expect(office.postOffice.ledger.suppressions.list().total).toBe(0);
    expect(await opened(office, file)).toMatchObject({ suppressions: 1 });
  });

  test('is taken back when Restante is closed in the middle of it', async () => {
    const file = await largeWorkspace(1500);
    const postOffice = await postOfficeForTest();
    const control = createControlApp({
      postOffice,
      platform: 'desktop',
      version: '1.2.3',
      isOwnHost: () => true,
      mailView: desktopMailViewPlace,
    });
    const adding = nextEvent(
      postOffice,
      'task.changed',
      ({ task }) => task.step === 'adding' && task.done > 0,
    );
    const answer = control.fetch(
      new Request('http://localhost/api/workspace', { method: 'POST', body: Buffer.from(file) }),
    );
    await adding;
    await control.close();
    await postOffice.close();
    expect((await answer).status).toBe(409);
    const again = await postOfficeForTest({ folder: postOffice.dataFolder });
    expect(again.agents.configs.map(({ name }) => name)).toEqual(['My app']);
    expect(await again.archive.count({})).toBe(0);
  });

  test.each([
    ['still comes', true],
    ['does not come any more', false],
  ])('is cancelled while the file %s', async (_, goesOn) => {
    const office = await ServedOffice.open();
    const task = randomUUID();
    const progress = office.next('task.changed', (event) => event.task.bytes > 0);
    let isOver = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(10_000)),
      async pull(controller) {
        if (!goesOn) {
          return;
        }
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
    expect((await opened(office, Buffer.from('x'), `&task=${task}`)).error.field).toBe('task');
    expect((await office.ask('DELETE', `/api/tasks/${task}`)).status).toBe(204);
    expect((await answer).status).toBe(409);
    isOver = true;
    expect(await readdir(join(office.postOffice.dataFolder, 'spool'))).toEqual([]);
  });
});
