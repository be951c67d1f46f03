import { expect, test } from 'vitest';
import type { AppEvent } from '#shared/events.ts';
import { firstAgent, portsOf } from '../../support/first-agent.ts';
import { postOfficeForTest } from '../../support/post-office.ts';
import { opened, takesConnections } from '../../support/sockets.ts';

test('agents created at the same moment get different ports of the table', async () => {
  const before = await postOfficeForTest();
  await before.agents.stop(firstAgent(before).id);
  await before.close();
  // Nobody listens on the table's ports here: other tests may run beside this one.
  const postOffice = await postOfficeForTest({ agentPorts: 'default', folder: before.dataFolder });
  const agents = await Promise.all(
    ['One', 'Two', 'Three'].map((name) => postOffice.agents.create({ name, enabled: false })),
  );
  expect(new Set(agents.flatMap(portsOf)).size).toBe(12);
  expect(agents.every((agent) => agent.channels.smtp.port > 2500)).toBe(true);
});

test('contrary calls at the same moment are served in order, and the last one counts', async () => {
  const postOffice = await postOfficeForTest();
  const { id } = firstAgent(postOffice);
  const { agents } = postOffice;
  await Promise.all([agents.stop(id), agents.start(id), agents.stop(id), agents.start(id), agents.start(id)]);
  expect(agents.get(id)).toMatchObject({ state: 'listening', enabled: true });
  await Promise.all([agents.start(id), agents.patch(id, { name: 'Renamed' }), agents.stop(id)]);
  expect(agents.get(id)).toMatchObject({ state: 'stopped', enabled: false, name: 'Renamed' });
});

test('a start that comes while a slow door still closes waits for it', async () => {
  const postOffice = await postOfficeForTest();
  const { id, channels } = firstAgent(postOffice);
  const slow = await opened(channels.api.port);
  slow?.resume();
  // A request that never ends holds the door open for its grace.
  slow?.write('POST /v1.1/email HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  const [, started] = await Promise.all([postOffice.agents.stop(id), postOffice.agents.start(id)]);
  expect(started.state).toBe('listening');
  expect(await takesConnections(started.channels.api.port)).toBe(true);
});

test('of two agents created at the same moment with one name, one is refused', async () => {
  const postOffice = await postOfficeForTest();
  const outcomes = await Promise.allSettled([
    postOffice.agents.create({ name: 'Same' }),
    postOffice.agents.create({ name: 'same' }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(postOffice.agents.list()).toHaveLength(2);
});

test('a delete while the agent is started leaves no door behind', async () => {
  const postOffice = await postOfficeForTest();
  const blog = await postOffice.agents.create({ name: 'Blog', enabled: false });
  const events: AppEvent[] = [];
  postOffice.announcer.listen((event) => events.push(event));
  const outcomes = await Promise.allSettled([
    postOffice.agents.start(blog.id),
    postOffice.agents.delete(blog.id),
    postOffice.agents.start(blog.id),
  ]);
  expect(outcomes[1]?.status).toBe('fulfilled');
  expect(outcomes[2]).toMatchObject({ status: 'rejected', reason: { code: 'agent.not-found' } });
  const bound = events.flatMap((event) =>
    event.type === 'agent.changed' && event.agent.id === blog.id ? portsOf(event.agent) : [],
  );
  for (const port of new Set(bound.filter((one) => one !== 0))) {
    expect(await takesConnections(port)).toBe(false);
  }
});
