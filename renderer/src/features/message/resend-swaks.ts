import type { Envelope } from '#shared/message.ts';
import { shellQuoted } from '../connect/quoting.ts';

/** The variable that stands for the password in a copied command. */
export const passwordVariable = 'RESTANTE_PASSWORD';

/** How a mail is sent again by SMTP. */
export interface SmtpWay {
  readonly port: number;
  readonly tls: 'none' | 'starttls' | 'implicit';
  readonly helo: string | null;
  /** Null for nobody; a null password leaves the variable in its place. */
  readonly login: {
    readonly mechanism: string;
    readonly user: string;
    readonly password: string | null;
  } | null;
}

const tlsWords = { none: [], starttls: ['--tls'], implicit: ['--tls-on-connect'] } as const;

/** A swaks command for a POSIX shell that sends the same mail to the same recipients; `dataFile` is its DATA. */
export function swaksCommand({ mailFrom, rcptTo }: Envelope, way: SmtpWay, dataFile: string): string {
  const words = [
    `swaks --server 127.0.0.1:${way.port}`,
    ...(way.helo === null ? [] : [`--helo ${shellQuoted(way.helo)}`]),
    ...tlsWords[way.tls],
    `--from ${shellQuoted(mailFrom || '<>')}`,
    `--to ${shellQuoted(rcptTo.join(','))}`,
    ...loginWords(way.login),
    `--no-data-fixup --data ${shellQuoted(`@${dataFile}`)}`,
  ];
  return `${words.join(' \\\n  ')}\n`;
}

function loginWords(login: SmtpWay['login']): readonly string[] {
  return login === null
    ? []
    : [
        `--auth ${shellQuoted(login.mechanism)} --auth-user ${shellQuoted(login.user)}`,
        `--auth-password ${login.password === null ? `"$${passwordVariable}"` : shellQuoted(login.password)}`,
      ];
}
