import { RestanteError } from '#shared/errors.ts';
import type { SentError } from './protocol.ts';

/** An error in the shape that survives the way between threads. */
export function packError(error: unknown): SentError {
  if (error instanceof RestanteError) {
    return { code: error.code, details: error.details, message: error.message };
  }
  return {
    code: null,
    details: {},
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** The error again, on the other side. */
export function unpackError(sent: SentError): Error {
  return sent.code === null ? new Error(sent.message) : new RestanteError(sent.code, sent.details);
}
