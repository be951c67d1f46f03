import { RestanteError } from '#shared/errors.ts';

/** The human side of a failed `listen`: Node's errno, told as one of our `port.*` errors. */
export function portProblem(cause: unknown, port: number, host: string): RestanteError {
  if (cause instanceof RestanteError) {
    return cause;
  }
  switch (errnoOf(cause)) {
    case 'EADDRINUSE':
      return new RestanteError('port.in-use', { port }, { cause });
    case 'EACCES':
    case 'EPERM':
      return new RestanteError('port.not-permitted', { port }, { cause });
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
      return new RestanteError('port.address-unavailable', { host }, { cause });
    default:
      return new RestanteError('port.failed', { port, reason: reasonOf(cause) }, { cause });
  }
}

/** Node's error code, `EADDRINUSE` and the like, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
