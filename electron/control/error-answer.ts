import { errorTable, RestanteError } from '#shared/errors.ts';
import type { ErrorBody } from '#shared/error-body.ts';

/** An error of the table as it is, with its status; any other is reported once and answered as `internal`. */
export function errorAnswer(error: unknown, report: (error: unknown) => void): Response {
  if (error instanceof RestanteError) {
    return answerWith(error);
  }
  report(error);
  const reason = error instanceof Error ? error.message : String(error);
  return answerWith(new RestanteError('internal', { reason }));
}

function answerWith(error: RestanteError): Response {
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: error.message,
      ...(error.field === undefined ? {} : { field: error.field }),
    },
  };
  return Response.json(body, { status: errorTable[error.code].status });
}
