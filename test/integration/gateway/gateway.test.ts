import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { channelNames } from '#shared/agent.ts';
import { postOfficeForTest } from '../../support/post-office.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { takenPort, takesConnections } from '../../support/sockets.ts';

test('listens on four free ports of its own from the first run on, and writes its settings down', async () => {
  const postOffice = await postOfficeForTest();
  const { gateway, dataFolder } = postOffice;
  expect(gateway.view()).toMatchObject({ enabled: true, state: 'listening', attempts: [] });
  for (const channel of channelNames) {
    const { port } = gateway.view().channels[channel];
    expect(await takesConnections(port, '127.0.0.1')).toBe(true);
    expect(await takesConnections(port, '::1')).toBe(true);
  }
  const file = join(dataFolder, 'settings.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    version: 1,
    gateway: { enabled: true, channels: { smtp: { port: 0 } } },
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('with taken ports at the first start it fails politely, and the agents run on', async () => {
  const other = await takenPort();
  const first = await postOfficeForTest();
  await first.gateway.patch({ channels: { smtp: { port: other.port } } });
  await first.close();
  const again = await postOfficeForTest({ folder: first.dataFolder });
  expect(again.gateway.view()).toMatchObject({
    state: 'failed',
    problem: { code: 'port.in-use', channel: 'smtp', port: other.port },
  });
  expect(again.agents.list().map(({ state }) => state)).toEqual(['listening']);
  const mended = await again.gateway.takeFreePort('smtp');
  expect(mended.state).toBe('listening');
  expect(mended.channels.smtp.port).toBeGreaterThan(other.port);
  await again.close();
  const third = await postOfficeForTest({ folder: first.dataFolder });
  expect(third.gateway.view().channels.smtp.port).toBe(mended.channels.smtp.port);
});

test('switched off it stays so after a restart; switched on it tries failed channels again', async () => {
  const other = await takenPort();
  const first = await postOfficeForTest();
  const { smtp } = first.gateway.view().channels;
  expect(await first.gateway.patch({ enabled: false })).toMatchObject({ enabled: false, state: 'stopped' });
  expect(await takesConnections(smtp.port)).toBe(false);
  await first.close();
  const again = await postOfficeForTest({ folder: first.dataFolder });
  expect(again.gateway.view().state).toBe('stopped');
  const failed = await again.gateway.patch({ enabled: true, channels: { api: { port: other.port } } });
  expect(failed.state).toBe('failed');
  await other.free();
  expect((await again.gateway.patch({ enabled: true })).state).toBe('listening');
});

test('a corrupt settings file is set aside and said, and the gateway runs', async () => {
  const first = await postOfficeForTest();
  await first.gateway.patch({ enabled: false });
  await first.close();
  await writeFile(join(first.dataFolder, 'settings.json'), '{"version":1,"gateway":');
  const again = await postOfficeForTest({ folder: first.dataFolder });
  expect(again.gateway.view().enabled).toBe(false);
  expect(again.notices.list()).toMatchObject([{ title: 'The settings’ file needs a look' }]);
});

test('a settings file from a newer program is refused, and nothing is changed', async () => {
  const first = await postOfficeForTest();
  await first.close();
  const file = join(first.dataFolder, 'settings.json');
  await writeFile(file, '{"version":99}');
  await expect(postOfficeForTest({ folder: first.dataFolder })).rejects.toMatchObject({
    code: 'settings.newer',
  });
  expect(await readFile(file, 'utf8')).toBe('{"version":99}');
});

test('the control API shows it, switches it, moves its ports, and refuses those of agents', async () => {
  const office = await ServedOffice.open();
  const shown = await office.ask('GET', '/api/gateway');
  expect(shown).toMatchObject({ status: 200, body: { state: 'listening', attempts: [] } });
  expect((await office.ask('PATCH', '/api/gateway', { enabled: false })).body.state).toBe('stopped');
  const { port } = await takenPort();
  await office.ask('PATCH', `/api/agents/${office.agent.id}`, { channels: { smtp: { port } } });
  expect(await office.ask('PATCH', '/api/gateway', { channels: { api: { port } } })).toMatchObject({
    status: 409,
    body: { error: { code: 'agent.port-conflict', field: 'channels.api.port' } },
  });
  expect(await office.ask('PATCH', '/api/gateway', { ports: {} })).toMatchObject({ status: 400 });
  await office.ask('PATCH', '/api/gateway', { enabled: true, channels: { smtps: { port: port + 1 } } });
  const changed = office.next('gateway.changed');
  const moved = await office.ask('POST', '/api/gateway/channels/smtps/free-port');
  expect(moved.status).toBe(200);
  expect(moved.body.channels.smtps.port).toBeGreaterThan(port + 1);
  expect(moved.body.channels.smtps.state).toBe('listening');
  await changed;
});

test('a port of the gateway is refused to agents, and one of an agent to the gateway; who has it is named', async () => {
  const office = await ServedOffice.open();
  const { agent } = office;
  const { port: free } = await freedPort();
  await office.ask('PATCH', '/api/gateway', { enabled: false, channels: { apis: { port: free } } });
  const taken = {
    status: 409,
    body: {
      error: {
        code: 'agent.port-conflict',
        field: 'channels.smtp.port',
        message: `Port ${free} is already used by the gateway (apis).`,
      },
    },
  };
  const channels = { smtp: { port: free } };
  expect(await office.ask('PATCH', `/api/agents/${agent.id}`, { channels })).toMatchObject(taken);
  expect(await office.ask('POST', '/api/agents', { name: 'Second', channels })).toMatchObject(taken);

  const { port: other } = await freedPort();
  await office.ask('PATCH', `/api/agents/${agent.id}`, { channels: { api: { port: other } } });
  expect(await office.ask('PATCH', '/api/gateway', { channels: { smtps: { port: other } } })).toMatchObject({
    status: 409,
    body: {
      error: {
        field: 'channels.smtps.port',
        message: `Port ${other} is already used by ${agent.name} (api).`,
      },
    },
  });
});

test('a port that both want at once goes to one of them', async () => {
  const { gateway, agents } = await postOfficeForTest();
  const { port } = await freedPort();
  const channels = { smtp: { port } };
  const settled = await Promise.allSettled([
    gateway.patch({ channels }),
    agents.create({ name: 'Second', channels }),
  ]);
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

/** A port that nothing listens on any more. */
async function freedPort(): Promise<{ port: number }> {
  const { port, free } = await takenPort();
  await free();
  return { port };
}
