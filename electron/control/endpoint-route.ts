import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint, EndpointRequest } from '#shared/control-api/endpoint.ts';
import { RestanteError } from '#shared/errors.ts';
import { readJson } from './read-json.ts';

type EndpointAnswer<E extends Endpoint> = E extends { response: z.ZodType }
  ? z.output<E['response']> | (E extends { late: z.ZodType } ? Response : never)
  : E extends { responseType: string }
    ? Response
    : void;

/** Binds an endpoint of the contract to the function that answers it. */
export type Route = <E extends Endpoint>(
  endpoint: E,
  answer: (request: EndpointRequest<E>, context: Context) => EndpointAnswer<E> | Promise<EndpointAnswer<E>>,
) => void;

/**
 * What a client says is checked against the contract before the function is called; `checkAnswers` (for tests)
 * checks what we say as well. Query parameters that the contract does not know are refused: a misspelt filter of
 * a DELETE must not delete everything.
 */
export function createRoute(app: Hono, checkAnswers: boolean): Route {
  return (endpoint, answer) => {
    const query = endpoint.query?.strict();
    app.on(endpoint.method, endpoint.path, async (context) => {
      const request = {
        params: check(endpoint.params, context.req.param()),
        query: check(query, withoutEmpty(endpoint, context.req.query())),
        body: endpoint.body && check(endpoint.body, await readJson(context.req.raw)),
      };
      // The three schemas above are the endpoint's own, which the compiler cannot see through the generic.
      const answered: unknown = await answer(request as EndpointRequest<typeof endpoint>, context);
      if (answered instanceof Response) {
        return answered;
      }
      if (endpoint.response === undefined) {
        return context.body(null, 204);
      }
      const body = checkAnswers ? endpoint.response.parse(answered) : answered;
      return Response.json(body, { status: endpoint.status });
    });
  };
}

/** Who reads may leave a parameter empty. Who deletes may not: an unset variable must not delete everything. */
function withoutEmpty(endpoint: Endpoint, query: Record<string, string>): Record<string, string> {
  const given = Object.entries(query);
  const empty = given.find(([, value]) => value.trim() === '')?.[0];
  if (empty !== undefined && endpoint.method !== 'GET') {
    const reason = `“${empty}” is empty. Leave it out if all are meant.`;
    throw new RestanteError('request.invalid', { reason }, { field: empty });
  }
  return Object.fromEntries(given.filter(([, value]) => value.trim() !== ''));
}

function check(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) {
    return undefined;
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  throw invalidRequest(checked.error, value);
}

/** The first issue is told: the page shows it at its field. */
function invalidRequest(error: z.ZodError, value: unknown): RestanteError {
  const issue = error.issues[0];
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue?.path;
  const field = path === undefined || path.length === 0 ? undefined : path.join('.');
  const isMissing = issue?.code === 'invalid_type' && valueAt(value, issue.path) === undefined;
  const reason = isMissing
    ? `“${field ?? 'body'}” is missing.`
    : (issue?.message ?? 'The request is not valid.');
  return new RestanteError(
    'request.invalid',
    { reason },
    { ...(field === undefined ? {} : { field }), cause: error },
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}
