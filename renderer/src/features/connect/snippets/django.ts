import type { Connection } from '../connection.ts';
import { quoted, shellQuoted } from '../quoting.ts';

/** Django's settings.py. */
export function djangoSnippet(connection: Connection): string {
  return `EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'
EMAIL_HOST = ${quoted(connection.host)}
EMAIL_PORT = ${connection.smtpPort}
EMAIL_USE_TLS = True
EMAIL_HOST_USER = ${quoted(connection.user)}
EMAIL_HOST_PASSWORD = ${quoted(connection.token)}
DEFAULT_FROM_EMAIL = ${quoted(connection.from)}

# Where the system does not trust the authority, start Django in development with
# SSL_CERT_FILE=${shellQuoted(connection.caFile)}
`;
}
