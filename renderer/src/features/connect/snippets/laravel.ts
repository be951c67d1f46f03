import type { Connection } from '../connection.ts';
import { dotenvQuoted } from '../quoting.ts';

/** Laravel's .env. Symfony Mailer takes STARTTLS by itself and then checks the certificate. */
export function laravelSnippet(connection: Connection): string {
  const url = `smtp://${connection.user}:${encodeURIComponent(connection.token)}@${connection.host}:${connection.smtpPort}`;
  return `MAIL_MAILER=smtp
MAIL_HOST=${connection.host}
MAIL_PORT=${connection.smtpPort}
MAIL_USERNAME=${connection.user}
MAIL_PASSWORD=${dotenvQuoted(connection.token)}
MAIL_FROM_ADDRESS=${dotenvQuoted(connection.from)}
MAIL_FROM_NAME="\${APP_NAME}"

# Where the authority is not trusted by the system, this one line instead, for development only:
# MAIL_URL=${dotenvQuoted(`${url}?verify_peer=0`)}
`;
}
