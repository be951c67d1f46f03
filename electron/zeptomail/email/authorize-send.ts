import type { Verdict } from '#shared/verdict.ts';
import { judgeAuthorization } from '../authorization.ts';
import type { ApiRequest } from '../exchange.ts';
import { judgeAccess } from '../management/access.ts';
import { refusal } from '../refusals.ts';
import type { ApiContext } from '../resource.ts';
import { isObject } from './json-object.ts';

const sendScope = { group: 'email', operation: 'CREATE', older: ['transmail.email.CREATE'] } as const;

/**
 * Judges who sends: every send, in whatever shape and on whatever path, takes the agent's send mail token. Version 1.0
 * takes an OAuth access token as well, which is the account's: then the body's `mailagent_key` names the agent.
 */
export function authorizeSend(
  request: Pick<ApiRequest, 'authorization' | 'path' | 'receivedAt'>,
  { agent, ledger }: Pick<ApiContext, 'agent' | 'ledger'>,
  body?: unknown,
): Verdict | undefined {
  const { authorization, path, receivedAt } = request;
  if (path.startsWith('/v1.0/') && /^\s*zoho-oauthtoken\b/i.test(authorization ?? '')) {
    const key = isObject(body) ? body['mailagent_key'] : undefined;
    return judgeAccess(authorization, sendScope, ledger.oauth, receivedAt) ?? judgeAgentKey(key, agent);
  }
  return judgeAuthorization(authorization, agent);
}

/** The door is the agent's own, or was chosen by this very key; what production answers to other keys is assumed. */
function judgeAgentKey(key: unknown, agent: ApiContext['agent']): Verdict | undefined {
  if (typeof key === 'string' && key.toLowerCase().split('.').includes(agent.key)) {
    return undefined;
  }
  return refusal('invalid-token', {
    target: 'mailagent_key',
    explanation:
      typeof key === 'string'
        ? `This door is that of “${agent.name}”, whose key is ${agent.key}. Send to the agent’s own door, or to the gateway.`
        : `With an OAuth access token the body must name the agent: “mailagent_key”: "${agent.key}".`,
  });
}
