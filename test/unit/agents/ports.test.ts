import { expect, test } from 'vitest';
import { firstFreeSlot, portsOfSlot, refusePortConflicts } from '../../../electron/agents/ports.ts';

type Ports = ReturnType<typeof portsOfSlot>;

function agent(name: string, ports: Ports) {
  const { smtp, smtps, api, apis } = ports;
  return {
    id: name,
    name,
    channels: { smtp: { port: smtp }, smtps: { port: smtps }, api: { port: api }, apis: { port: apis } },
  };
}

const allFree = async (): Promise<boolean> => true;

test('the first agent gets 2501, 4651, 8801 and 8441', async () => {
  expect(await firstFreeSlot([], allFree)).toEqual({ smtp: 2501, smtps: 4651, api: 8801, apis: 8441 });
});

test('a slot is passed over when another agent is configured with one of its ports', async () => {
  const others = [
    agent('one', portsOfSlot(1)),
    agent('two', { smtp: 9000, smtps: 9001, api: 8802, apis: 0 }),
  ];
  expect(await firstFreeSlot(others, allFree)).toEqual(portsOfSlot(3));
});

test('a slot is passed over when another program uses one of its ports', async () => {
  expect(await firstFreeSlot([], async (port) => port !== 8441)).toEqual(portsOfSlot(2));
});

test('when no slot is free that is said', async () => {
  await expect(firstFreeSlot([], async () => false)).rejects.toMatchObject({ code: 'port.none-free' });
});

test('a port of another agent is refused, and its owner named', () => {
  const other = agent('Shop', portsOfSlot(1));
  const wish = agent('Blog', { ...portsOfSlot(2), api: 8801 });
  expect(() => refusePortConflicts(wish, [other, wish])).toThrow(
    expect.objectContaining({
      code: 'agent.port-conflict',
      field: 'channels.api.port',
      details: { port: 8801, owner: 'Shop (api)' },
    }),
  );
});

test('one port for two channels of the same agent is refused', () => {
  const wish = agent('Blog', { ...portsOfSlot(2), smtps: 2502 });
  expect(() => refusePortConflicts(wish, [])).toThrow(
    expect.objectContaining({ code: 'agent.port-conflict', field: 'channels.smtps.port' }),
  );
});

test('port 0 conflicts with nothing, and an agent not with itself', () => {
  const any = { smtp: 0, smtps: 0, api: 0, apis: 0 };
  expect(() => refusePortConflicts(agent('a', any), [agent('b', any)])).not.toThrow();
  expect(() => refusePortConflicts(agent('a', portsOfSlot(1)), [agent('a', portsOfSlot(1))])).not.toThrow();
});
