import type { Verdict } from '#shared/verdict.ts';
import { zeptomailHosts } from '#shared/zeptomail-hosts.ts';
import { ownRefusal } from './own-refusals.ts';

const publicHosts = new Set(zeptomailHosts);
const loopbackAddress =
  /^(?:127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:127(?:\.\d{1,3}){3}\]|(?:[a-z0-9-]+\.)*localhost)$/;

/**
 * Refuses a Host header that is neither loopback nor one of ZeptoMail's own names (against DNS rebinding), and a
 * request that a page of another origin makes: production answers no browser either.
 */
export function guard(host: string | undefined, origin: string | undefined): Verdict | undefined {
  if (!isHostAllowed(host)) {
    return ownRefusal(
      'forbidden-host',
      `The Host header names ${quoted(host)}, which is neither this machine nor one of ZeptoMail's host names`,
      'Restante answers on loopback names, and on ZeptoMail’s own host names when a hosts-file entry points them here. This keeps web pages on other names away.',
    );
  }
  if (origin !== undefined && !isSameHost(origin, host)) {
    return ownRefusal(
      'forbidden-origin',
      `A web page of ${quoted(origin)} may not send mail`,
      'A browser sent this. ZeptoMail answers servers, not pages (it has no CORS), and a token does not belong in a page: send from your backend.',
    );
  }
  return undefined;
}

function isHostAllowed(host: string | undefined): boolean {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return loopbackAddress.test(name) || publicHosts.has(name);
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return /^https?:\/\/(.+)$/i.exec(origin)?.[1]?.toLowerCase() === host?.toLowerCase();
}

function quoted(value: string | undefined): string {
  return value === undefined || value === '' ? 'nothing' : `“${value.slice(0, 200)}”`;
}
