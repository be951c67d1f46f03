import type { RegionHosts } from '#shared/zeptomail-hosts.ts';
import type { SystemCommand } from './system-command.ts';

/** At the end of each line that is ours, so that it can be taken out again. */
const mark = '# restante';

/** The lines that lead ZeptoMail's hosts of a region to this machine, in both families of addresses. */
export function hostsLines(region: RegionHosts, oauth: boolean): string {
  const names = [...region.api, ...region.smtp, ...(oauth ? [region.accounts] : [])].join(' ');
  return `127.0.0.1 ${names} ${mark}\n::1 ${names} ${mark}`;
}

/** How the lines get into the hosts file of each system, and out of it again. */
export function hostsCommands(region: RegionHosts, oauth: boolean): readonly SystemCommand[] {
  const lines = hostsLines(region, oauth);
  const append = `sudo tee -a /etc/hosts >/dev/null <<'END'\n${lines}\nEND`;
  const flush = 'sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder';
  const windowsFile = '"$env:SystemRoot\\System32\\drivers\\etc\\hosts"';
  return [
    {
      id: 'macos',
      system: 'macos',
      title: 'macOS',
      scope: '/etc/hosts, in a terminal.',
      command: `${append}\n${flush}`,
      undo: `sudo sed -i '' '/${mark}$/d' /etc/hosts\n${flush}`,
    },
    {
      id: 'linux',
      system: 'linux',
      title: 'Linux',
      scope: '/etc/hosts, in a terminal.',
      command: append,
      undo: `sudo sed -i '/${mark}$/d' /etc/hosts`,
    },
    {
      id: 'windows',
      system: 'windows',
      title: 'Windows',
      scope: 'System32\\drivers\\etc\\hosts, in PowerShell as administrator.',
      command: `Add-Content ${windowsFile} @'\n\n${lines}\n'@\nipconfig /flushdns`,
      undo: `$kept = Get-Content ${windowsFile} | Where-Object { $_ -notmatch '${mark}$' }\nSet-Content ${windowsFile} $kept\nipconfig /flushdns`,
    },
  ];
}
