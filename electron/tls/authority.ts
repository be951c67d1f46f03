import type { CertificateSource } from '../net/door.ts';

/** The local certificate authority and the one server certificate that it signs. */
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
  /** Ends the renewal timer. */
  close(): void;
}
