import type { ActivityEntry, ActivityDetail } from '#shared/activity.ts';
import type { AgentConfig, ChannelName } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { ApiAgents } from './api-agents.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Intake } from '../road/parcel.ts';
import { type ApiRequest, type ApiResponse, exchangeOf } from './exchange.ts';
import { refusalBody } from './refusals.ts';
import type { Account } from './management/account.ts';
import type { KeptExchange } from '../store/kept-session.ts';
import type { RequestIds } from './request-id.ts';

/** What a resource needs of its door. */
export interface ApiContext {
  readonly channel: ChannelName;
  /** The agent's configuration at this moment. */
  readonly agent: AgentConfig;
  readonly intake: Intake;
  readonly ledger: Ledger;
  /** All agents and what they hold, for the management endpoints. */
  readonly account: Account;
  readonly requestIds: RequestIds;
}

/** What a door has for whoever asks, and how it finds out whose the request is. */
export interface ApiDoorContext extends Omit<ApiContext, 'agent'> {
  readonly agents: ApiAgents;
}

/** An answer, and what the agent's activity is to say about it. */
export interface ApiAnswer {
  readonly response: ApiResponse;
  readonly session: KeptExchange;
  readonly outcome: ActivityEntry['outcome'];
  readonly result: string;
  readonly messageIds: ActivityDetail['messageIds'];
  readonly verdicts: readonly Verdict[];
  /** Nothing is written: the connection is reset. */
  readonly resets?: boolean;
  /** How fast the body goes; at once when left out. */
  readonly bytesPerSecond?: number;
}

/** Answers one method of one path, whose named parts are `params`. */
export type ResourceMethod = (
  request: ApiRequest,
  context: ApiContext,
  params?: Readonly<Record<string, string>>,
) => Promise<ApiAnswer>;

/** The methods that a path answers. */
export type Resource = Readonly<Record<string, ResourceMethod>>;

/** What a refusal needs: it may come before it is known whose the request is. */
export interface Refusing {
  readonly agent: Pick<AgentConfig, 'key'> | null;
  readonly requestIds: RequestIds;
}

/** Stands in the request id where no agent is known. */
const keyOfNobody = '0'.repeat(16);

/** Answers with a verdict; `verdicts` are all that were found, when there are more. */
export function refuse(
  request: ApiRequest,
  context: Refusing,
  verdict: Verdict,
  verdicts: readonly Verdict[] = [verdict],
  headers: ApiResponse['headers'] = [],
): ApiAnswer {
  const body = refusalBody(verdict, context.requestIds(context.agent?.key ?? keyOfNobody, 'm4'));
  const response: ApiResponse = { status: verdict.status, body, headers };
  return {
    response,
    session: exchangeOf(request, response),
    outcome: verdict.status >= 500 ? 'failed' : 'refused',
    result: `${verdict.status} ${verdict.code}${verdict.subCode === undefined ? '' : ` / ${verdict.subCode}`}`,
    messageIds: [],
    verdicts,
  };
}
