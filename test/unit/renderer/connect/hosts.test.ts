import { expect, test } from 'vitest';
import { zeptomailRegions } from '#shared/zeptomail-hosts.ts';
import type { RegionHosts } from '#shared/zeptomail-hosts.ts';
import { hostsCommands, hostsLines } from '../../../../renderer/src/features/connect/hosts/hosts-file.ts';
import { ownSystem } from '../../../../renderer/src/features/connect/hosts/own-system.ts';
import {
  redirectCommands,
  redirectsOf,
} from '../../../../renderer/src/features/connect/hosts/port-redirects.ts';

function regionOf(wanted: string): RegionHosts {
  const region = zeptomailRegions.find(({ id }) => id === wanted);
  if (region === undefined) {
    throw new Error(`There is no region ${wanted}.`);
  }
  return region;
}

function listening(smtp: number, smtps: number, apis: number) {
  const channel = (port: number) => ({ port, state: 'listening' as const });
  return {
    channels: {
      smtp: channel(smtp),
      smtps: channel(smtps),
      api: channel(8800),
      apis: channel(apis),
    },
  };
}

test('the lines lead every host of a region here in both families; that of OAuth only when asked for', () => {
  expect(hostsLines(regionOf('eu'), false)).toBe(
    '127.0.0.1 api.zeptomail.eu zeptomail.zoho.eu cpaas.zoho.eu smtp.zeptomail.eu # restante\n' +
      '::1 api.zeptomail.eu zeptomail.zoho.eu cpaas.zoho.eu smtp.zeptomail.eu # restante',
  );
  expect(hostsLines(regionOf('ca'), true)).toContain(
    'api.zeptomail.ca zeptomail.zohocloud.ca zeptomail.ca smtp.zeptomail.ca accounts.zohocloud.ca',
  );
});

test.each(zeptomailRegions.map((region) => [region.id, region] as const))(
  'no line of %s has more names than Windows reads',
  (_, region) => {
    for (const line of hostsLines(region, true).split('\n')) {
      expect(line.replace(/#.*/, '').trim().split(' ').length - 1).toBeLessThanOrEqual(9);
    }
  },
);

test('every system gets the lines, and a command that takes them out again', () => {
  for (const { command, undo } of hostsCommands(regionOf('com'), false)) {
    expect(command).toContain(hostsLines(regionOf('com'), false));
    expect(undo).toContain('# restante');
  }
});

test('each port of production is redirected to the gateway’s, in both families, and back', () => {
  const redirects = redirectsOf(listening(2500, 4650, 8440));
  expect(redirects).toEqual([
    { from: 443, to: 8440 },
    { from: 465, to: 4650 },
    { from: 587, to: 2500 },
  ]);
  const byId = new Map(redirectCommands(redirects).map((command) => [command.id, command]));
  expect(byId.get('nft')?.command).toContain('oifname "lo" tcp dport 443 redirect to :8440');
  expect(byId.get('iptables')?.command).toContain(
    'sudo ip6tables -t nat -A OUTPUT -o lo -p tcp --dport 465 -j REDIRECT --to-ports 4650',
  );
  expect(byId.get('iptables')?.undo).toContain('sudo iptables -t nat -D OUTPUT');
  expect(byId.get('macos')?.command).toContain(
    'rdr pass on lo0 inet6 proto tcp from any to ::1 port 587 -> ::1 port 2500',
  );
  expect(byId.get('windows')?.command).toContain(
    'add v6tov6 listenaddress=::1 listenport=443 connectaddress=::1 connectport=8440',
  );
});

test('a port that the gateway listens on itself is not redirected', () => {
  expect(redirectsOf(listening(587, 465, 8440))).toEqual([{ from: 443, to: 8440 }]);
  expect(redirectsOf(listening(587, 465, 443))).toEqual([]);
});

test.each([
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36', 'macos'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'linux'],
])('%s is shown the commands of %s', (agent, system) => {
  expect(ownSystem(agent)).toBe(system);
});
