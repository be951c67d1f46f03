import type { Gateway } from '#shared/gateway.ts';
import type { SystemCommand } from './system-command.ts';

/** The ports of production that no application can be talked out of. */
export const productionPorts = { apis: 443, smtps: 465, smtp: 587 } as const;

const channels = ['apis', 'smtps', 'smtp'] as const;

interface Redirect {
  readonly from: number;
  readonly to: number;
}

/** Which ports must be redirected to the gateway; none where it listens on the real ones. */
export function redirectsOf(gateway: Pick<Gateway, 'channels'>): readonly Redirect[] {
  return channels
    .map((channel) => ({ from: productionPorts[channel], to: gateway.channels[channel].port }))
    .filter(({ from, to }) => from !== to);
}

/** How each system redirects these ports on loopback, in both families of addresses. */
export function redirectCommands(redirects: readonly Redirect[]): readonly SystemCommand[] {
  const each = (write: (redirect: Redirect) => string): string => redirects.map(write).join('\n');
  const iptables = (action: '-A' | '-D'): string =>
    each(({ from, to }) =>
      ['iptables', 'ip6tables']
        .map(
          (program) =>
            `sudo ${program} -t nat ${action} OUTPUT -o lo -p tcp --dport ${from} -j REDIRECT --to-ports ${to}`,
        )
        .join('\n'),
    );
  return [
    {
      id: 'macos',
      system: 'macos',
      title: 'macOS',
      scope: 'pf, until the next restart. It takes the place of the rules that are loaded now.',
      command: `sudo pfctl -ef - <<'END'\n${each(
        ({ from, to }) =>
          `rdr pass on lo0 inet proto tcp from any to 127.0.0.1 port ${from} -> 127.0.0.1 port ${to}\nrdr pass on lo0 inet6 proto tcp from any to ::1 port ${from} -> ::1 port ${to}`,
      )}\nEND`,
      undo: 'sudo pfctl -f /etc/pf.conf',
    },
    {
      id: 'nft',
      system: 'linux',
      title: 'Linux (nft)',
      scope: 'A table of its own, until the next restart.',
      command: `sudo nft -f - <<'END'\ntable inet restante {\n  chain output {\n    type nat hook output priority -100;\n${each(
        ({ from, to }) => `    oifname "lo" tcp dport ${from} redirect to :${to}`,
      )}\n  }\n}\nEND`,
      undo: 'sudo nft delete table inet restante',
    },
    {
      id: 'iptables',
      system: 'linux',
      title: 'Linux (iptables)',
      scope: 'The loopback interface only, until the next restart.',
      command: iptables('-A'),
      undo: iptables('-D'),
    },
    {
      id: 'windows',
      system: 'windows',
      title: 'Windows',
      scope: 'PowerShell as administrator; it stays until it is taken back.',
      command: each(
        ({ from, to }) =>
          `netsh interface portproxy add v4tov4 listenaddress=127.0.0.1 listenport=${from} connectaddress=127.0.0.1 connectport=${to}\nnetsh interface portproxy add v6tov6 listenaddress=::1 listenport=${from} connectaddress=::1 connectport=${to}`,
      ),
      undo: each(
        ({ from }) =>
          `netsh interface portproxy delete v4tov4 listenaddress=127.0.0.1 listenport=${from}\nnetsh interface portproxy delete v6tov6 listenaddress=::1 listenport=${from}`,
      ),
    },
  ];
}
