import type { AgentConfig } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { ChosenAgent } from '../road/door-agents.ts';
import type { ApiAgents } from '../zeptomail/api-agents.ts';
import { carriesSecretOf } from '../zeptomail/authorization.ts';
import { parsedJson } from '../zeptomail/parsed-json.ts';
import type { ApiRequest } from '../zeptomail/exchange.ts';
import { refusal } from '../zeptomail/refusals.ts';
import { agentBySender } from './by-sender.ts';
import { agentKeyOf, senderOf } from './request-body.ts';
import { howToBeFound, switchedOff } from './words.ts';

/** How API requests at the gateway find their agent: by the send mail token, else by what the body says. */
export function apiChoice(agents: () => readonly AgentConfig[]): Pick<ApiAgents, 'byHeader' | 'byRequest'> {
  return {
    byHeader(authorization) {
      const agent = agents().find((one) => carriesSecretOf(one, authorization));
      return agent === undefined ? null : open(agent);
    },
    byRequest(request) {
      const body = parsedJson(request.body);
      // The older API has one token for the account, and names the agent in the body.
      const named = agents().find(({ key }) => key === agentKeyOf(body));
      if (named !== undefined) {
        return open(named);
      }
      if (!isSending(request)) {
        return { agent: anyOf(agents()) };
      }
      const found = agentBySender(agents(), senderOf(body));
      return found.agent === null
        ? { agent: null, refusal: noAgent(request.authorization, found.reason) }
        : found;
    },
  };
}

/** Mail and files belong to an agent; everything else is the account's, and every agent answers it alike. Version 1.0 sends with OAuth. */
function isSending({ method, path, authorization }: ApiRequest): boolean {
  return (
    method !== 'GET' &&
    /^\/v1\.[01]\/(?:files|(?:(?:sg|pm|mg|mc|as|md)\/)?email(?!\/email-reference\/))/.test(path) &&
    (path.startsWith('/v1.0/') || !/^zoho-oauthtoken\b/i.test(authorization ?? ''))
  );
}

function anyOf(agents: readonly AgentConfig[]): AgentConfig {
  const agent = agents.find(({ enabled }) => enabled) ?? agents[0];
  assertNonNullable(agent, 'the last agent cannot be deleted');
  return agent;
}

function open(agent: AgentConfig): ChosenAgent {
  return agent.enabled
    ? { agent }
    : { agent, refusal: refusal('invalid-token', { explanation: switchedOff(agent.name) }) };
}

function noAgent(authorization: string | undefined, reason: string): ReturnType<typeof refusal> {
  const token =
    (authorization ?? '').trim() === ''
      ? 'The request has no Authorization header.'
      : 'The token is of no Mail Agent here.';
  return refusal('invalid-token', { explanation: `${token} ${reason} ${howToBeFound}` });
}
