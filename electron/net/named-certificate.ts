import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { ServerCertificate } from './door.ts';

/** What Node asks when a client names the host that it wants; without a context the server's own is used. */
type SniCallback = (name: string, done: (error: Error | null, context?: SecureContext) => void) => void;

export const minTlsVersion = 'TLSv1.2';

/**
 * Shows clients that name a host (SNI, RFC 6066 section 3) the certificate without addresses. BoringSSL, the library
 * of Electron, cannot check an authority's constraints on addresses, and refuses every certificate that has some.
 * Who connects by address names no host, and sees the certificate with everything.
 */
export function namedCertificate(current: () => ServerCertificate): SniCallback {
  let known: ServerCertificate['named'];
  let context: SecureContext | undefined;
  return (name, done) => {
    const { named } = current();
    if (named === undefined || isIP(name) !== 0) {
      done(null);
      return;
    }
    if (named !== known) {
      context = createSecureContext({ ...named, minVersion: minTlsVersion });
      known = named;
    }
    done(null, context);
  };
}
