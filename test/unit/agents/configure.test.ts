import { expect, test } from 'vitest';
import { agentConfigSchema } from '#shared/agent.ts';
import {
  newAgent,
  patched,
  refuseTakenName,
  refuseTooManySandboxes,
  reordered,
} from '../../../electron/agents/configure.ts';
import {
  newShortPassword,
  newToken,
  replaceShortPassword,
  replaceToken,
  withShortPassword,
  withToken,
} from '../../../electron/agents/credentials.ts';
import { portsOfSlot } from '../../../electron/agents/ports.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const agent = newAgent({ name: 'Shop' }, portsOfSlot(1), now, 0);

test('a new agent is relaxed, on, with one token, a key and a time-ordered id', () => {
  expect(agentConfigSchema.parse(agent)).toEqual(agent);
  expect(agent).toMatchObject({
    name: 'Shop',
    mode: 'relaxed',
    enabled: true,
    sandbox: false,
    domains: [],
    retention: { maxCount: 10_000, maxAgeDays: null },
    createdAt: now.toISOString(),
  });
  expect(agent.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(agent.key).toMatch(/^[0-9a-f]{16}$/);
  expect(agent.tokens).toHaveLength(1);
  expect(agent.tokens[0]?.token).toMatch(/^[A-Za-z0-9+/]{144}$/);
});

test('what was wished at creation is kept, the rest has its default', () => {
  const wished = newAgent(
    { name: 'Blog', mode: 'strict', channels: { api: { port: 9999 } }, retention: { maxAgeDays: 7 } },
    portsOfSlot(2),
    now,
    1,
  );
  expect(wished.channels).toEqual({
    smtp: { port: 2502 },
    smtps: { port: 4652 },
    api: { port: 9999 },
    apis: { port: 8442 },
  });
  expect(wished.retention).toEqual({ maxCount: 10_000, maxAgeDays: 7 });
});

test('what a change leaves out stays', () => {
  const next = patched(agent, { channels: { smtp: { port: 0 } }, retention: { maxCount: null } });
  expect(next).toEqual({
    ...agent,
    channels: { ...agent.channels, smtp: { port: 0 } },
    retention: { maxCount: null, maxAgeDays: null },
  });
});

test('a sandbox agent keeps its mail for 3 days, unless something else is wished', () => {
  const days = (retention?: { maxCount?: number; maxAgeDays?: number | null }) =>
    newAgent({ name: 'Trial', sandbox: true, ...(retention && { retention }) }, portsOfSlot(1), now, 0)
      .retention;
  expect(days()).toEqual({ maxCount: 10_000, maxAgeDays: 3 });
  expect(days({ maxCount: 5 })).toEqual({ maxCount: 5, maxAgeDays: 3 });
  expect(days({ maxAgeDays: 30 }).maxAgeDays).toBe(30);
  expect(days({ maxAgeDays: null }).maxAgeDays).toBeNull();
});

test('an agent stays the sandbox or the live agent that it was made', () => {
  const sandbox = newAgent({ name: 'Trial', sandbox: true }, portsOfSlot(1), now, 0);
  for (const one of [agent, sandbox]) {
    expect(patched(one, { sandbox: one.sandbox })).toEqual(one);
    expect(() => patched(one, { sandbox: !one.sandbox })).toThrow('Sandbox mode is chosen when');
  }
});

test('an agent of a file without sandbox mode is a live one', () => {
  const { sandbox: _, ...old } = agent;
  expect(agentConfigSchema.parse(old)).toEqual(agent);
});

test('a third sandbox agent is refused; live agents do not count', () => {
  const others = [{ sandbox: true }, { sandbox: false }, { sandbox: false }];
  expect(() => refuseTooManySandboxes({ sandbox: true }, others)).not.toThrow();
  const full = [...others, { sandbox: true }];
  expect(() => refuseTooManySandboxes({ sandbox: true }, full)).toThrow('There are 2 sandbox agents already');
  expect(() => refuseTooManySandboxes({ sandbox: false }, full)).not.toThrow();
});

test('a name that differs only in case is taken, but an agent may change the case of its own', () => {
  expect(() => refuseTakenName({ id: 'other', name: 'SHOP' }, [agent])).toThrow('Another Mail Agent');
  expect(() => refuseTakenName({ id: agent.id, name: 'SHOP' }, [agent])).not.toThrow();
});

test('an order must name every agent exactly once', () => {
  const two = newAgent({ name: 'Blog' }, portsOfSlot(2), now, 1);
  expect(reordered([agent, two], [two.id, agent.id])).toEqual([two, agent]);
  for (const ids of [[agent.id], [agent.id, agent.id], [agent.id, two.id, two.id], [agent.id, 'stranger']]) {
    expect(() => reordered([agent, two], ids)).toThrow('The order must name every Mail Agent exactly once.');
  }
});

test('a third token is refused; a rotated one keeps its id and place; a revoked one is gone', () => {
  const two = withToken(agent, newToken(now));
  expect(() => withToken(two, newToken(now))).toThrow('at most 2 send mail tokens');
  const [first, second] = two.tokens;
  const rotated = replaceToken(two, first?.id ?? '', newToken(now, first?.id));
  expect(rotated.tokens.map((token) => token.id)).toEqual([first?.id, second?.id]);
  expect(rotated.tokens[0]?.token).not.toBe(first?.token);
  expect(replaceToken(two, first?.id ?? '', undefined).tokens).toEqual([second]);
  expect(() => replaceToken(agent, 'stranger', undefined)).toThrow('no send mail token with the id stranger');
});

test('a third short password is refused; a rotated one keeps its user name', () => {
  const one = withShortPassword(agent, newShortPassword(now));
  const two = withShortPassword(one, newShortPassword(now));
  expect(agentConfigSchema.parse(two)).toEqual(two);
  expect(() => withShortPassword(two, newShortPassword(now))).toThrow('at most 2 short SMTP passwords');
  const old = two.shortPasswords[0];
  const rotated = replaceShortPassword(two, old?.id ?? '', newShortPassword(now, old?.id)).shortPasswords[0];
  expect(rotated?.username).toBe(old?.username);
  expect(rotated?.password).not.toBe(old?.password);
  expect(replaceShortPassword(two, old?.id ?? '', undefined).shortPasswords).toHaveLength(1);
});
