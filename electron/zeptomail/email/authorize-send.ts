import type { Verdict } from '#shared/verdict.ts';
import { judgeAuthorization } from '../authorization.ts';
import type { ApiRequest } from '../exchange.ts';
import type { ApiContext } from '../resource.ts';

/** Judges who sends: every send, in whatever shape and on whatever path, takes the agent's send mail token. */
export function authorizeSend(
  request: Pick<ApiRequest, 'authorization'>,
  { agent }: Pick<ApiContext, 'agent'>,
): Verdict | undefined {
  return judgeAuthorization(request.authorization, agent);
}
