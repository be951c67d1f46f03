import { errnoOf } from '../net/port-problem.ts';

/** One line on a TLS connection that failed; undefined when the error is about something else. */
export function handshakeProblem(error: Error): string | undefined {
  const code = errnoOf(error) ?? '';
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) {
    return undefined;
  }
  if (code === 'ERR_SSL_HTTP_REQUEST') {
    return 'no TLS: plain HTTP came to the HTTPS port (use https:// or the HTTP port)';
  }
  if (/ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN)/.test(code)) {
    return 'no TLS: the client does not trust the local certificate authority';
  }
  return `no TLS: ${error.message.replace(/^.*routines:/, '').slice(0, 200)}`;
}

/** What is said of a client that broke the handshake off without a reason, as Node's do. */
export const brokenHandshake =
  'no TLS: the client broke the handshake off; perhaps it does not trust the local certificate authority';
