import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loopbackHosts } from '../../../electron/net/door.ts';
import { isPortFree, nextFreePort } from '../../../electron/net/free-port.ts';
import { type Listening, listenOnAll } from '../../../electron/net/listen.ts';
import { portProblem } from '../../../electron/net/port-problem.ts';

async function open(hosts: readonly string[] = loopbackHosts, port = 0): Promise<Listening> {
  const listening = await listenOnAll({ hosts, port }, () => createServer());
  onTestFinished(async () => {
    listening.destroyConnections();
    await listening.close();
  });
  return listening;
}

describe('listening', () => {
  test('takes one port on every host', async () => {
    const { port } = await open();
    for (const host of loopbackHosts) {
      const socket = connect({ host, port });
      await once(socket, 'connect');
      expect(socket.remoteAddress).toBe(host);
      socket.destroy();
    }
  });

  test('fails as a whole when the port is taken on one of the hosts', async () => {
    const { port } = await open(['::1']);
    await expect(open(loopbackHosts, port)).rejects.toMatchObject({ code: 'port.in-use', details: { port } });
    await open(['127.0.0.1'], port);
  });

  test('goes without an IPv6 address that this machine does not have', async () => {
    const { servers } = await open(['127.0.0.1', '2001:db8::1']);
    expect(servers).toHaveLength(1);
    await expect(open(['2001:db8::1'])).rejects.toMatchObject({ code: 'port.address-unavailable' });
  });

  test('closes as often as it is asked to, and frees its port', async () => {
    const listening = await open();
    await Promise.all([listening.close(), listening.close()]);
    expect(await isPortFree(listening.port)).toBe(true);
  });
});

describe('free ports', () => {
  test('a port that is taken in one family is not free', async () => {
    const { port } = await open(['::1']);
    expect(await isPortFree(port)).toBe(false);
  });

  test('the next one is neither taken nor to be avoided', async () => {
    const { port } = await open(['127.0.0.1']);
    const next = await nextFreePort(port - 1, { avoid: [port + 1] });
    expect(next).toBeGreaterThan(port + 1);
    expect(await isPortFree(next)).toBe(true);
  });

  test('above the last port there is none', async () => {
    await expect(nextFreePort(65_535)).rejects.toMatchObject({ code: 'port.none-free' });
  });
});

test.each([
  ['EADDRINUSE', 'port.in-use'],
  ['EACCES', 'port.not-permitted'],
  ['EADDRNOTAVAIL', 'port.address-unavailable'],
  ['EMFILE', 'port.failed'],
])('%s is told as %s', (errno, code) => {
  const error = Object.assign(new Error(`listen ${errno}`), { code: errno });
  expect(portProblem(error, 2501, '127.0.0.1')).toMatchObject({ code, cause: error });
});
