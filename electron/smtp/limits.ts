/** What one SMTP door lets a client do, so that a slow or hostile one does not harm the others. */
export interface SmtpLimits {
  /** Connections at the same time; the next one is told 421. */
  readonly connections: number;
  /** Recipients of one message, as ZeptoMail allows (email limits). */
  readonly recipients: number;
  /** Milliseconds that a client may be silent (RFC 5321 4.5.3.2.7: at least five minutes). */
  readonly idleMs: number;
  /** Bytes of one command line; RFC 5321 4.5.3.1.4 asks for 512, extensions add to it. */
  readonly commandLineBytes: number;
}

export const defaultSmtpLimits: SmtpLimits = {
  connections: 500,
  recipients: 500,
  idleMs: 5 * 60 * 1000,
  commandLineBytes: 8 * 1024,
};
