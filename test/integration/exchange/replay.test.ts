import { describe, expect, test } from 'vitest';
import type { Task } from '#shared/task.ts';
import { ServedOffice } from '../../support/served-office.ts';

async function replayed(office: ServedOffice, body: object): Promise<Task> {
  const ended = office.next('task.changed', ({ task }) => task.kind === 'replay' && task.state !== 'running');
  expect((await office.ask('POST', '/api/messages/replay', body)).status).toBe(201);
  return (await ended).task;
}

describe('a replay', () => {
  test('sends through the agent’s own door with the envelopes, in order, and rules act', async () => {
    const office = await ServedOffice.open();
    const target = await office.postOffice.agents.create({ name: 'Target' });
    office.postOffice.outcomeScript.putRules(target.id, [
      { recipient: 'jane@example.com', kind: 'softbounce', category: null, delaySeconds: 0 },
    ]);
    await office.send('Subject: one\r\nTo: list@example.org\r\n\r\n.dot\r\n');
    await office.send('Subject: two\r\n\r\nx\r\n');
    const bounced = office.next('outcome.recorded', ({ outcome }) => outcome.kind === 'softbounce');
    const task = await replayed(office, { agent: office.agent.id, to: target.id });
    expect(task).toMatchObject({ state: 'done', done: 2, total: 2, refused: 0 });
    expect((await bounced).outcome.agentId).toBe(target.id);
    const { archive } = office.postOffice;
    const ids = await archive.ids({ agentId: target.id });
    const held = await Promise.all(ids.map((id) => archive.parcel(id)));
    expect(
      held.map((each) => [
        each?.summary.door,
        each?.facts.envelope.rcptTo,
        Buffer.from(each?.raw ?? []).toString(),
      ]),
    ).toEqual([
      ['smtp', ['jane@example.com'], 'Subject: one\r\nTo: list@example.org\r\n\r\n.dot\r\n'],
      ['smtp', ['jane@example.com'], 'Subject: two\r\n\r\nx\r\n'],
    ]);
  });

  test('tells what a strict agent refuses, and goes on', async () => {
    const office = await ServedOffice.open();
    const strict = await office.postOffice.agents.create({
      name: 'Strict',
      mode: 'strict',
      domains: ['example.com'],
    });
    await office.send('From: a@elsewhere.example\r\nSubject: wrong\r\n\r\nx\r\n');
    await office.send('From: a@example.com\r\nSubject: right\r\n\r\nx\r\n');
    const task = await replayed(office, { agent: office.agent.id, to: strict.id, speed: 1000 });
    expect(task).toMatchObject({
      done: 2,
      refused: 1,
      refusals: [{ name: 'wrong', reason: expect.stringContaining('553') }],
    });
  });

  test('keeps the pace at which they came, and can be cancelled meanwhile', async () => {
    const office = await ServedOffice.open();
    const target = await office.postOffice.agents.create({ name: 'Target' });
    const first = await office.send('Subject: now\r\n\r\nx\r\n');
    await office.postOffice.filing.file({
      agentId: office.agent.id,
      door: 'import',
      receivedAt: new Date(Date.parse(first.receivedAt) + 3_600_000),
      raw: Buffer.from('Subject: an hour later\r\n\r\nx\r\n'),
      envelope: { mailFrom: 'a@example.com', rcptTo: ['b@example.com'] },
      session: { kind: 'import', file: 'x', entry: null, importedAt: first.receivedAt, envelopeFrom: [] },
      verdicts: [],
    });
    const arrived = office.next('message.held', ({ message }) => message.agentId === target.id);
    const { body } = await office.ask('POST', '/api/messages/replay', {
      agent: office.agent.id,
      to: target.id,
      speed: 1,
    });
    await arrived;
    const ended = office.next('task.changed', ({ task }) => task.state === 'cancelled');
    await office.ask('DELETE', `/api/tasks/${body.id}`);
    expect((await ended).task).toMatchObject({ done: 1, total: 2 });
  });

  test('refuses an agent that does not listen', async () => {
    const office = await ServedOffice.open();
    await office.postOffice.agents.stop(office.agent.id);
    const { body } = await office.ask('POST', '/api/messages/replay', { to: office.agent.id });
    expect(body.error.code).toBe('agent.not-listening');
  });
});
