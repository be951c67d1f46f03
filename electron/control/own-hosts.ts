import { isIP } from 'node:net';
import { loopbackHosts } from '../net/door.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** The addresses to listen on for what the person calls the host. */
export function listenAddresses(host: string): readonly string[] {
  return host === 'localhost' || host === '127.0.0.1' ? loopbackHosts : [host.replace(/^\[|\]$/g, '')];
}

/**
 * Which Host headers name a listener. On loopback: the loopback names with its port. Where the person opened another
 * address: also this one and every literal address, on any port because it may be published under another one. A
 * name that some DNS server made up is never ours.
 */
export function ownHostRule(host: string, portOf: () => number): (hostHeader: string) => boolean {
  const isLoopback = isLoopbackHost(host);
  return (hostHeader) => {
    const [, name = '', port = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(hostHeader) ?? [];
    // 127.0.0.2 and its like are loopback too, but only the one that was opened is ours.
    if ((loopbackNames.includes(name) || name === host) && (!isLoopback || Number(port) === portOf())) {
      return true;
    }
    return !isLoopback && (name === host.toLowerCase() || isIP(name.replace(/^\[|\]$/g, '')) !== 0);
  };
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
