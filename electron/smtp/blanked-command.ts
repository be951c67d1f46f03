const blank = '***';
const mechanisms = new Set([
  'PLAIN',
  'LOGIN',
  'CRAM-MD5',
  'XOAUTH2',
  'OAUTHBEARER',
  'EXTERNAL',
  'SCRAM-SHA-256',
]);
const verbs = new Set([
  'EHLO',
  'HELO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
  'VRFY',
  'HELP',
  'STARTTLS',
]);

/** Whether a command line begins an authentication, well formed or not. */
export function isAuthCommand(line: string): boolean {
  return /^\s*AUTH/i.test(line);
}

/**
 * A command line as it may be kept: no credentials in it. `afterAuth` says that the session has tried to
 * authenticate: a line that is no command may then be a password that the client sent too soon.
 */
export function blankedCommand(line: string, afterAuth: boolean): string {
  if (isAuthCommand(line)) {
    const [command = '', mechanism = '', ...rest] = line.trim().split(/\s+/);
    const known =
      command.toUpperCase() === 'AUTH' && (mechanism === '' || mechanisms.has(mechanism.toUpperCase()));
    return known ? [command, mechanism, ...rest.map(() => blank)].join(' ').trim() : `AUTH ${blank}`;
  }
  if (!afterAuth) {
    return line;
  }
  const verb = /^[A-Za-z]*/.exec(line)?.[0].toUpperCase() ?? '';
  return verbs.has(verb) ? line : blank;
}
