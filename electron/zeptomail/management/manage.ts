import type { Verdict } from '#shared/verdict.ts';
import { isObject, type JsonObject } from '../email/json-object.ts';
import { parsedJson } from '../parsed-json.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import { refusal } from '../refusals.ts';
import { type ApiAnswer, type ApiContext, refuse, type ResourceMethod } from '../resource.ts';
import { type Scope, judgeAccess } from './access.ts';
import type { ManagedAgents } from './account.ts';
import { type Failure, failureOf } from './failure.ts';
import { keptAnswer } from './kept-answer.ts';

/** What lists are made from. */
export interface Surveying {
  readonly context: Pick<ApiContext, 'account' | 'ledger'>;
  readonly agents: Pick<ManagedAgents, 'list'>;
  /** The filters. */
  readonly query: URLSearchParams;
}

/** A management request, read. */
export interface Managing extends Surveying {
  readonly request: ApiRequest;
  readonly context: ApiContext;
  readonly agents: ManagedAgents;
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Empty when the request has no body. */
  readonly body: JsonObject;
}

/** What is answered: JSON unless it is text; and which texts of it are not for the activity's eyes. */
export interface Managed {
  readonly status?: number;
  readonly body?: object | string;
  readonly headers?: ApiResponse['headers'];
  readonly secrets?: readonly string[];
  /** What the activity keeps in place of a body that is a whole file. */
  readonly kept?: string;
}

/** One method of a management endpoint: who asks is judged, what fails is answered in ZeptoMail's shape. */
export function manage(
  scope: Scope,
  answer: (managing: Managing) => Promise<Managed> | Managed,
): ResourceMethod {
  return async (request, context, params = {}) => {
    const denied = judgeAccess(request.authorization, scope, context.ledger.oauth, request.receivedAt);
    const verdicts = denied === undefined ? [] : [denied];
    if (denied !== undefined && context.agent.mode === 'strict') {
      return refuse(request, context, denied);
    }
    const body = request.body.length === 0 ? {} : parsedJson(request.body);
    if (!isObject(body)) {
      const explanation = 'The body is no JSON object.';
      return refuse(request, context, refusal('invalid-json', { explanation }), [
        ...verdicts,
        refusal('invalid-json', { explanation }),
      ]);
    }
    try {
      const managing = {
        request,
        context,
        agents: context.account.agents(),
        params: decoded(params),
        query: queryOf(request),
        body,
      };
      return answered(request, await answer(managing), verdicts);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) {
        throw error;
      }
      return failed(request, failure, verdicts);
    }
  };
}

/** The query of a request's target. */
export function queryOf({ target }: Pick<ApiRequest, 'target'>): URLSearchParams {
  const start = target.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : target.slice(start + 1));
}

function answered(request: ApiRequest, managed: Managed, verdicts: readonly Verdict[]): ApiAnswer {
  const { status = managed.body === undefined ? 204 : 200, body = '', secrets = [] } = managed;
  const response: ApiResponse = {
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: managed.headers ?? [],
  };
  const answer = keptAnswer(request, response, {
    outcome: 'nothing',
    result: String(status),
    verdicts,
    secrets,
  });
  if (managed.kept === undefined) {
    return answer;
  }
  const { session } = answer;
  return { ...answer, session: { ...session, response: { ...session.response, body: managed.kept } } };
}

function failed(request: ApiRequest, failure: Failure, verdicts: readonly Verdict[]): ApiAnswer {
  const { status, code, message, field, value } = failure;
  const verdict: Verdict = {
    protocol: 'api',
    status,
    code,
    message,
    ...(field === undefined ? {} : { target: field }),
    ...(value === undefined ? {} : { targetValue: value }),
    explanation: `ZeptoMail answers so: ${message}. Nothing was changed.`,
  };
  return keptAnswer(
    request,
    { status, body: JSON.stringify(failure.body) },
    { outcome: 'refused', result: `${status} ${code}`, verdicts: [...verdicts, verdict], secrets: [] },
  );
}

function decoded(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodedPart(value)]));
}

/** A part of a path with its escapes undone; as it stands when they are broken. */
function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
