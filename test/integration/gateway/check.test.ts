import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { GatewayCheck } from '#shared/gateway-check.ts';
import { zeptomailHosts, zeptomailRegions } from '#shared/zeptomail-hosts.ts';
import { checkHosts } from '../../../electron/gateway/check/check-hosts.ts';
import { isLoopbackAddress } from '../../../electron/gateway/check/loopback.ts';
import type { PostOffice } from '../../../electron/post-office/post-office.ts';
import { openAuthority } from '../../../electron/tls/authority.ts';
import { postOfficeForTest } from '../../support/post-office.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { takenPort } from '../../support/sockets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const here = async (): Promise<string[]> => ['127.0.0.1', '::1'];

/** The gateway's own ports stand for the public ones, as if they were redirected. */
function portsOf({ gateway }: PostOffice): { https: number; starttls: number; smtps: number } {
  const { apis, smtp, smtps } = gateway.view().channels;
  return { https: apis.port, starttls: smtp.port, smtps: smtps.port };
}

function failures(check: GatewayCheck, host: string): string[] {
  const steps = check.hosts.find((one) => one.host === host)?.steps ?? [];
  return steps.filter(({ passed }) => !passed).map(({ step, text }) => `${step}: ${text}`);
}

/** A program on 127.0.0.1 that says this to whoever connects; counts its visitors. */
async function stranger(greeting: string): Promise<{ port: number; visitors: () => number }> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.end(greeting);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, visitors: () => count };
}

test('everything passes where the names lead here and the ports lead to the gateway', async () => {
  const postOffice = await postOfficeForTest();
  const check = await checkHosts(
    { region: 'com', oauth: true },
    { ca: postOffice.authority.caPem, resolve: here, ports: portsOf(postOffice) },
  );
  expect(check.hosts.flatMap(({ host }) => failures(check, host))).toEqual([]);
  expect(check.works).toBe(true);
  expect(check.hosts.map(({ host }) => host)).toEqual([
    'api.zeptomail.com',
    'zeptomail.zoho.com',
    'cpaas.zoho.com',
    'accounts.zoho.com',
    'smtp.zeptomail.com',
  ]);
  const smtp = check.hosts.at(-1)?.steps.map(({ step, place }) => `${step} ${place}`);
  const { starttls, smtps } = portsOf(postOffice);
  expect(smtp).toEqual([
    'resolve ',
    ...['127.0.0.1', '[::1]'].flatMap((address) =>
      ['connect', 'starttls', 'tls'].map((step) => `${step} ${address}:${starttls}`),
    ),
    ...['127.0.0.1', '[::1]'].flatMap((address) =>
      ['connect', 'tls'].map((step) => `${step} ${address}:${smtps}`),
    ),
  ]);
  // Only looking is no attempt to send.
  expect(postOffice.gateway.view().attempts).toEqual([]);
});

test('a name with a public address stops the check of its host before anything is connected to', async () => {
  const program = await stranger('');
  const { port } = program;
  const check = await checkHosts(
    { region: 'eu', oauth: false },
    {
      ca: '',
      resolve: async () => ['127.0.0.1', '203.0.113.7'],
      ports: { https: port, starttls: port, smtps: port },
    },
  );
  expect(check.works).toBe(false);
  for (const { host, steps } of check.hosts) {
    expect(steps).toHaveLength(1);
    expect(failures(check, host)[0]).toContain('203.0.113.7, which is not this machine');
  }
  expect(program.visitors()).toBe(0);
});

test('says per host and step what is missing', async () => {
  const postOffice = await postOfficeForTest();
  const nothing = await takenPort();
  await nothing.free();
  const program = await stranger('SSH-2.0-OpenSSH_9.9\r\n');
  const check = await checkHosts(
    { region: 'com', oauth: false },
    {
      ca: postOffice.authority.caPem,
      resolve: async (host) => {
        if (host === 'cpaas.zoho.com') {
          throw new Error('getaddrinfo ENOTFOUND');
        }
        return ['127.0.0.1'];
      },
      ports: { https: nothing.port, starttls: program.port, smtps: program.port },
    },
  );
  expect(failures(check, 'cpaas.zoho.com')[0]).toContain('resolve: The name leads nowhere');
  expect(failures(check, 'api.zeptomail.com')[0]).toContain('connect: Nothing listens');
  expect(failures(check, 'smtp.zeptomail.com')).toEqual([
    expect.stringContaining('starttls: What listens is no SMTP server'),
    expect.stringContaining('tls: What listens does not speak TLS here'),
  ]);
});

test('a certificate of another authority is not taken for ours', async () => {
  const postOffice = await postOfficeForTest();
  const other = await openAuthority({ folder: await temporaryFolder() });
  onTestFinished(() => other.close());
  const check = await checkHosts(
    { region: 'com', oauth: false },
    { ca: other.caPem, resolve: here, ports: portsOf(postOffice) },
  );
  expect(failures(check, 'api.zeptomail.com')[0]).toContain('its certificate is not of this authority');
});

test('the control API answers for the region that was asked for', async () => {
  const office = await ServedOffice.open();
  const checked = await office.ask('POST', '/api/gateway/check', { region: 'jp' });
  expect(checked.status).toBe(200);
  expect(checked.body.hosts.map(({ host }: { host: string }) => host)).toEqual([
    'api.zeptomail.jp',
    'zeptomail.zoho.jp',
    'smtp.zeptomail.jp',
  ]);
  expect(await office.ask('POST', '/api/gateway/check', { region: 'moon' })).toMatchObject({ status: 400 });
});

test('every host of every region is one that the local authority may sign', () => {
  const hosts = zeptomailRegions.flatMap(({ api, smtp, accounts }) => [...api, ...smtp, accounts]);
  expect([...hosts].sort()).toEqual([...zeptomailHosts].sort());
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:203.0.113.7', false],
  ['203.0.113.7', false],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.1', false],
  ['fe80::1', false],
  ['localhost', false],
])('%s is this machine: %s', (address, expected) => {
  expect(isLoopbackAddress(address)).toBe(expected);
});
