import { type ErrorDetails, errorTable, RestanteError } from '#shared/errors.ts';
import type { ErrorBody } from '#shared/error-body.ts';
import { searchProblemCodes } from '#shared/search/search.ts';

/** An error of the table as it is, with its status; any other is reported once and answered as `internal`. */
export function errorAnswer(error: unknown, report: (error: unknown) => void): Response {
  if (error instanceof RestanteError) {
    return answerWith(error);
  }
  report(error);
  const reason = error instanceof Error ? error.message : String(error);
  return answerWith(new RestanteError('internal', { reason }));
}

/** 405 with the methods that the path answers (RFC 9110, 15.5.6). */
export function wrongMethodAnswer(method: string, path: string, allowed: readonly string[]): Response {
  const names = allowed.join(', ');
  const answer = answerWith(new RestanteError('route.wrong-method', { method, path, allowed: names }));
  answer.headers.set('Allow', names);
  return answer;
}

/** What an error answer says. */
export function errorAnswerBody(error: RestanteError): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.field === undefined ? {} : { field: error.field }),
      ...(error.code === 'search.invalid' ? { at: placeOf(error.details) } : {}),
    },
  };
}

function answerWith(error: RestanteError): Response {
  return Response.json(errorAnswerBody(error), { status: errorTable[error.code].status });
}

/** Where in a search the error is; its details were made by `understandSearch`. */
function placeOf(details: ErrorDetails): ErrorBody['error']['at'] {
  const problem = searchProblemCodes.find((code) => code === details['problem']);
  return problem && { problem, start: Number(details['start']), end: Number(details['end']) };
}
