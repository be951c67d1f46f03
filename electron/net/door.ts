/** An open listener of an agent: an SMTP door or an API door. */
export interface Door {
  /** The port it really listens on. */
  readonly port: number;
  /** Stops listening, lets what is being answered finish for at most `graceMs`, then closes every connection. Idempotent. */
  close(graceMs?: number): Promise<void>;
}

/** The addresses and the port that a door listens on; port 0 takes any free port (the same on every address). */
export interface DoorAddress {
  readonly hosts: readonly string[];
  readonly port: number;
}

/** Loopback in both families: `localhost` resolves to either. */
export const loopbackHosts = ['127.0.0.1', '::1'] as const;

/** PEM texts of a certificate (with its chain) and its key. */
interface CertificateTexts {
  readonly cert: string;
  readonly key: string;
}

/** A server certificate for names and addresses. */
export interface ServerCertificate extends CertificateTexts {
  /** One for host names alone, to be shown to clients that name the host (SNI); see `named-certificate.ts`. */
  readonly named?: CertificateTexts;
}

/** The server certificate of the moment, and word of its renewal: a door takes the new one without a restart. */
export interface CertificateSource {
  current(): ServerCertificate;
  /** Answers with the function that ends the listening. */
  onRenewed(listener: (certificate: ServerCertificate) => void): () => void;
}
