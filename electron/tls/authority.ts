import { X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Notice } from '#shared/notice.ts';
import type { CertificateSource, ServerCertificate } from '../net/door.ts';
import {
  authorityFiles,
  namedServerFiles,
  type PairFiles,
  readPair,
  serverFiles,
  setPairAside,
  writePair,
} from './certificate-files.ts';
import { type Clock, systemClock } from './clock.ts';
import { nameConstraints } from './name-constraints.ts';
import { signedNames } from './names.ts';
import type * as Sign from './sign.ts';
import type { KeyPair } from './sign.ts';
import { authorityValidity, isDue, renewalCheckMs, serverValidity } from './validity.ts';

/** The local certificate authority and the server certificates that it signs. */
export interface Authority {
  /** Path of the file to trust, PEM. */
  readonly caFile: string;
  /** Its text. */
  readonly caPem: string;
  /** SHA-256 of the authority's certificate, hex pairs with colons. */
  readonly fingerprint: string;
  readonly validUntil: Date;
  /** The names and addresses that it may sign. */
  readonly names: readonly string[];
  readonly certificate: CertificateSource;
  /** Ends the renewal timer, and waits for a renewal that is under way. */
  close(): Promise<void>;
}

export interface AuthorityOptions {
  /** Where the certificates and keys lie; made if absent. */
  readonly folder: string;
  readonly clock?: Clock;
  /** Told when something had to be set aside or made anew, or could not be renewed. */
  readonly notify?: (words: Pick<Notice, 'level' | 'title' | 'text'>) => void;
}

/** Opens the authority of a folder, making what is missing, broken or about to expire. */
export async function openAuthority(options: AuthorityOptions): Promise<Authority> {
  const { folder, clock = systemClock, notify = () => undefined } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ca = await openPair(authorityFiles(folder), {
    clock,
    isUsable: (certificate) => certificate.raw.includes(nameConstraints()) && certificate.ca,
    isDue: (certificate) => isDue(certificate, clock.now()),
    make: async () => (await signing()).makeAuthority(authorityValidity(clock.now())),
    broken: (reason, aside) =>
      notify({
        level: 'warning',
        title: 'The local certificate authority was made anew',
        text: `Its files could not be used (${reason ?? 'they were made for other names'}). They were set aside as ${aside.join(' and ')}. Whoever trusted the old authority must trust the new one (see Connect).`,
      }),
    renewed: () =>
      notify({
        level: 'info',
        title: 'The local certificate authority was renewed',
        text: 'The old one was about to expire. Whoever trusted it must trust the new one (see Connect).',
      }),
  });
  const caCertificate = new X509Certificate(ca.cert);
  const openServer = (files: PairFiles, make: (sign: typeof Sign) => Promise<KeyPair>): Promise<KeyPair> =>
    openPair(files, {
      clock,
      isUsable: (certificate) =>
        certificate.checkIssued(caCertificate) && certificate.verify(caCertificate.publicKey),
      isDue: (certificate) => isDue(certificate, clock.now()),
      make: async () => make(await signing()),
      broken(reason, aside) {
        // A server certificate of an authority that went is no news: that the authority went was said.
        if (reason !== null) {
          notify({
            level: 'info',
            title: 'The server certificate was made anew',
            text: `Its files could not be used (${reason}). They were set aside as ${aside.join(' and ')}. Nothing needs to be trusted again.`,
          });
        }
      },
      renewed: () => undefined,
    });

  const openBoth = async (): Promise<ServerCertificate> => {
    const validity = serverValidity(clock.now(), caCertificate);
    const all = await openServer(serverFiles(folder), (sign) => sign.signServer(ca, validity));
    const named = await openServer(namedServerFiles(folder), (sign) =>
      sign.signServer(ca, validity, sign.hostNames()),
    );
    return { ...withChain(all, ca), named: withChain(named, ca) };
  };

  let server = await openBoth();
  const listeners = new Set<(certificate: ServerCertificate) => void>();
  let renewal = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      const next = await openBoth();
      if (next.cert !== server.cert || next.named?.cert !== server.named?.cert) {
        server = next;
        listeners.forEach((listener) => listener(next));
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify({ level: 'error', title: 'The server certificate could not be renewed', text: reason });
    }
  };
  const endTimer = clock.every(renewalCheckMs, () => {
    renewal = renewal.then(renew);
  });

  return {
    caFile: authorityFiles(folder).cert,
    caPem: ca.cert,
    fingerprint: caCertificate.fingerprint256,
    validUntil: caCertificate.validToDate,
    names: signedNames,
    certificate: {
      current: () => server,
      onRenewed(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    async close() {
      endTimer();
      listeners.clear();
      await renewal;
    },
  };
}

interface PairRules {
  readonly clock: Clock;
  readonly isUsable: (certificate: X509Certificate) => boolean;
  readonly isDue: (certificate: X509Certificate) => boolean;
  readonly make: () => Promise<KeyPair>;
  /** `reason` is null when the pair is sound, and made for something else. */
  readonly broken: (reason: string | null, aside: readonly string[]) => void;
  readonly renewed: () => void;
}

/** The pair of these files if it is sound and lasts; else what is there is set aside or replaced by a new pair. */
async function openPair(files: PairFiles, rules: PairRules): Promise<KeyPair> {
  const stored = await readPair(files);
  if (stored.state === 'sound' && rules.isUsable(stored.certificate) && !rules.isDue(stored.certificate)) {
    return stored.pair;
  }
  const pair = await rules.make();
  if (stored.state === 'sound' && rules.isUsable(stored.certificate)) {
    await writePair(files, pair);
    rules.renewed();
  } else if (stored.state === 'absent') {
    await writePair(files, pair);
  } else {
    const aside = await setPairAside(files, rules.clock.now());
    await writePair(files, pair);
    rules.broken(stored.state === 'unusable' ? stored.reason : null, aside);
  }
  return pair;
}

function withChain(server: KeyPair, ca: KeyPair): KeyPair {
  return { cert: server.cert + ca.cert, key: server.key };
}

/** The library that signs is big, and needed once a year: it is loaded when something is to be signed. */
async function signing(): Promise<typeof Sign> {
  return import('./sign.ts');
}
