import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { type Agent, channelNames } from '#shared/agent.ts';
import { firstAgent, portsOf } from '../../support/first-agent.ts';
import { nextEvent, postOfficeForTest } from '../../support/post-office.ts';
import { opened, takenPort, takesConnections } from '../../support/sockets.ts';

async function send(agent: Agent, subject = 'Hello'): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: agent.channels.smtp.port, ignoreTLS: true });
  await transport.sendMail({ from: 'a@shop.example', to: 'b@example.com', subject, text: 'Hi' });
  transport.close();
}

test('on a first run one agent listens on its four channels, in both families', async () => {
  const postOffice = await postOfficeForTest();
  const agent = firstAgent(postOffice);
  expect(agent).toMatchObject({ name: 'My app', state: 'listening', counts: { total: 0, unread: 0 } });
  for (const port of portsOf(agent)) {
    expect(await takesConnections(port, '127.0.0.1')).toBe(true);
    expect(await takesConnections(port, '::1')).toBe(true);
  }
});

test('two agents keep their mail apart', async () => {
  const postOffice = await postOfficeForTest();
  const shop = firstAgent(postOffice);
  const blog = await postOffice.agents.create({ name: 'Blog' });
  await send(shop, 'from the shop');
  await send(blog, 'from the blog');
  await send(blog, 'from the blog again');
  expect(postOffice.agents.get(shop.id).counts.total).toBe(1);
  expect(postOffice.agents.get(blog.id).counts.total).toBe(2);
});

test('a taken port fails that channel alone; the other channels and agents run on', async () => {
  const postOffice = await postOfficeForTest();
  const other = await takenPort();
  const agent = await postOffice.agents.create({ name: 'Blog', channels: { smtp: { port: other.port } } });
  expect(agent.state).toBe('failed');
  expect(agent.problem).toMatchObject({ code: 'port.in-use', channel: 'smtp', port: other.port });
  expect(channelNames.map((channel) => agent.channels[channel].state)).toEqual([
    'failed',
    'listening',
    'listening',
    'listening',
  ]);
  expect(firstAgent(postOffice).state).toBe('listening');
});

test('a failed channel takes the next free port, keeps it, and listens', async () => {
  const postOffice = await postOfficeForTest();
  const other = await takenPort();
  const agent = await postOffice.agents.create({ name: 'Blog', channels: { smtp: { port: other.port } } });
  const mended = await postOffice.agents.takeFreePort(agent.id, 'smtp');
  expect(mended.state).toBe('listening');
  expect(mended.problem).toBeUndefined();
  expect(mended.channels.smtp.port).toBeGreaterThan(other.port);
  const kept = await readFile(join(postOffice.dataFolder, 'agents.json'), 'utf8');
  expect(kept).toContain(`"port": ${mended.channels.smtp.port}`);
  await send(mended);
});

test('a failed channel is tried again when the agent is started', async () => {
  const postOffice = await postOfficeForTest();
  const other = await takenPort();
  const agent = await postOffice.agents.create({ name: 'Blog', channels: { api: { port: other.port } } });
  expect((await postOffice.agents.start(agent.id)).state).toBe('failed');
  await other.free();
  expect((await postOffice.agents.start(agent.id)).state).toBe('listening');
});

test('switching off closes every door and is kept; switching on opens them', async () => {
  const postOffice = await postOfficeForTest();
  const agent = firstAgent(postOffice);
  const stopped = await postOffice.agents.stop(agent.id);
  expect(stopped).toMatchObject({ state: 'stopped', enabled: false });
  for (const port of portsOf(agent)) {
    expect(await takesConnections(port)).toBe(false);
  }
  expect(await postOffice.agents.stop(agent.id)).toMatchObject({ state: 'stopped' });
  expect(await postOffice.agents.patch(agent.id, { enabled: true })).toMatchObject({ state: 'listening' });
  await postOffice.close();
  const again = await postOfficeForTest({ folder: postOffice.dataFolder });
  expect(firstAgent(again)).toMatchObject({ state: 'listening', id: agent.id });
});

test('an agent that is switched off stays so after a restart', async () => {
  const postOffice = await postOfficeForTest();
  await postOffice.agents.stop(firstAgent(postOffice).id);
  await postOffice.close();
  const again = await postOfficeForTest({ folder: postOffice.dataFolder });
  expect(firstAgent(again).state).toBe('stopped');
});

test('a changed port restarts that channel only: connections to the others stay', async () => {
  const postOffice = await postOfficeForTest();
  const agent = firstAgent(postOffice);
  const api = await opened(agent.channels.api.port);
  const free = await takenPort();
  await free.free();
  const moved = await postOffice.agents.patch(agent.id, { channels: { smtp: { port: free.port } } });
  expect(moved.state).toBe('listening');
  expect(moved.channels.smtp.port).toBe(free.port);
  expect([moved.channels.smtps, moved.channels.api, moved.channels.apis]).toEqual([
    agent.channels.smtps,
    agent.channels.api,
    agent.channels.apis,
  ]);
  expect(api?.readyState).toBe('open');
  expect(await takesConnections(agent.channels.smtp.port)).toBe(false);
});

test('a changed mode applies at once, without a restart', async () => {
  const postOffice = await postOfficeForTest();
  const agent = firstAgent(postOffice);
  await send(agent);
  const strict = await postOffice.agents.patch(agent.id, { mode: 'strict', domains: ['shop.example'] });
  expect(strict.channels).toEqual(agent.channels);
  await expect(send(strict)).rejects.toThrow('530');
});

test('two channels may change ports with each other', async () => {
  const postOffice = await postOfficeForTest();
  const [one, two] = [await takenPort(), await takenPort()];
  await Promise.all([one.free(), two.free()]);
  const agent = await postOffice.agents.create({
    name: 'Blog',
    channels: { smtp: { port: one.port }, api: { port: two.port } },
  });
  const swapped = await postOffice.agents.patch(agent.id, {
    channels: { smtp: { port: two.port }, api: { port: one.port } },
  });
  expect(swapped).toMatchObject({
    state: 'listening',
    channels: { smtp: { port: two.port }, api: { port: one.port } },
  });
  await send(swapped);
});

test('a port of another agent, a taken name and a fifty-first agent are refused, and change nothing', async () => {
  const postOffice = await postOfficeForTest();
  const port = await takenPort();
  await port.free();
  const blog = await postOffice.agents.create({ name: 'Blog', channels: { smtp: { port: port.port } } });
  const conflict = { channels: { api: { port: port.port } } };
  const refused = [
    [postOffice.agents.create({ name: 'blog' }), 'agent.name-taken'],
    [postOffice.agents.patch(blog.id, { name: 'My App' }), 'agent.name-taken'],
    [postOffice.agents.create({ name: 'Third', ...conflict }), 'agent.port-conflict'],
    [postOffice.agents.patch(firstAgent(postOffice).id, conflict), 'agent.port-conflict'],
    [postOffice.agents.patch('stranger', {}), 'agent.not-found'],
  ] as const;
  for (const [call, code] of refused) {
    await expect(call).rejects.toMatchObject({ code });
  }
  expect(postOffice.agents.list().map(({ name }) => name)).toEqual(['My app', 'Blog']);
});

test('a deleted agent is gone with its doors and its messages; the last one cannot be deleted', async () => {
  const postOffice = await postOfficeForTest();
  const blog = await postOffice.agents.create({ name: 'Blog' });
  await send(blog);
  const deleted = nextEvent(postOffice, 'agent.deleted');
  await postOffice.agents.delete(blog.id);
  expect(await deleted).toEqual({ type: 'agent.deleted', agentId: blog.id });
  expect(() => postOffice.agents.get(blog.id)).toThrow('no Mail Agent');
  expect(await takesConnections(blog.channels.smtp.port)).toBe(false);
  expect((await postOffice.archive.list({}, { limit: 10 })).messages).toEqual([]);
  await expect(postOffice.agents.delete(firstAgent(postOffice).id)).rejects.toMatchObject({
    code: 'agent.last',
  });
  expect(firstAgent(postOffice).state).toBe('listening');
});

test('an order is kept and announced', async () => {
  const postOffice = await postOfficeForTest();
  const blog = await postOffice.agents.create({ name: 'Blog' });
  const ids = [blog.id, firstAgent(postOffice).id];
  const announced = nextEvent(postOffice, 'agents.reordered');
  expect((await postOffice.agents.order(ids)).map(({ id }) => id)).toEqual(ids);
  expect((await announced).ids).toEqual(ids);
  await expect(postOffice.agents.order([blog.id])).rejects.toMatchObject({ code: 'agent.order-mismatch' });
});

test('every step of a start is announced, and several changes at once together', async () => {
  const postOffice = await postOfficeForTest();
  const { id } = firstAgent(postOffice);
  await postOffice.agents.stop(id);
  const states: string[] = [];
  postOffice.announcer.listen((event) => {
    if (event.type === 'agent.changed') {
      states.push(event.agent.state);
    }
  });
  await postOffice.agents.start(id);
  expect(states).toContain('starting');
  expect(states.at(-1)).toBe('listening');
});

test('a rotated token is refused at once by a strict agent, and the new one taken', async () => {
  const postOffice = await postOfficeForTest();
  const agent = await postOffice.agents.patch(firstAgent(postOffice).id, {
    mode: 'strict',
    domains: ['shop.example'],
  });
  const [old] = agent.tokens;
  const post = async (token: string): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${agent.channels.api.port}/v1.1/email`, {
      method: 'POST',
      headers: { Authorization: `Zoho-enczapikey ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        from: { address: 'a@shop.example' },
        to: [{ email_address: { address: 'b@example.com' } }],
        subject: 'Hello',
        textbody: 'Hi',
      }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  expect(await post(old?.token ?? '')).toBe(201);
  const rotated = await postOffice.agents.rotateToken(agent.id, old?.id ?? '');
  expect(await post(old?.token ?? '')).toBe(401);
  expect(await post(rotated.token)).toBe(201);
  await postOffice.agents.revokeToken(agent.id, rotated.id);
  expect(await post(rotated.token)).toBe(401);
});

test('credentials are made up to their limits, rotated and revoked', async () => {
  const { agents, ...postOffice } = await postOfficeForTest();
  const [agent] = agents.list();
  const id = agent?.id ?? '';
  await agents.createToken(id);
  await expect(agents.createToken(id)).rejects.toMatchObject({ code: 'token.limit' });
  const password = await agents.createShortPassword(id);
  const rotated = await agents.rotateShortPassword(id, password.id);
  expect(rotated).toMatchObject({ id: password.id, username: password.username });
  expect(rotated.password).not.toBe(password.password);
  await agents.revokeShortPassword(id, password.id);
  await expect(agents.revokeShortPassword(id, password.id)).rejects.toMatchObject({
    code: 'short-password.not-found',
  });
  const kept = await readFile(join(postOffice.dataFolder, 'agents.json'), 'utf8');
  expect(kept).not.toContain(rotated.password);
});

test('fifty agents start, are all there, and stop', async () => {
  const postOffice = await postOfficeForTest();
  const names = Array.from({ length: 49 }, (_, n) => `Agent ${n + 1}`);
  await Promise.all(names.map((name) => postOffice.agents.create({ name, enabled: false })));
  await expect(postOffice.agents.create({ name: 'One too many' })).rejects.toMatchObject({
    code: 'agent.limit',
  });
  const started = await Promise.all(postOffice.agents.list().map(({ id }) => postOffice.agents.start(id)));
  expect(new Set(started.map(({ state }) => state))).toEqual(new Set(['listening']));
  expect(new Set(started.flatMap(portsOf)).size).toBe(200);
  await postOffice.close();
  const again = await postOfficeForTest({ folder: postOffice.dataFolder });
  expect(again.agents.list().map(({ state }) => state)).toEqual(
    Array.from({ length: 50 }, () => 'listening'),
  );
});
