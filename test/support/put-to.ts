import type { AgentConfig } from '#shared/agent.ts';
import type { Ledger } from '../../electron/ledger/ledger.ts';
import type { Parcel } from '../../electron/road/parcel.ts';
import type { ApiRequest, ApiResponse } from '../../electron/zeptomail/exchange.ts';
import { createRequestIds } from '../../electron/zeptomail/request-id.ts';
import type { ResourceMethod } from '../../electron/zeptomail/resource.ts';
import { authorizationOf } from './agent-configs.ts';
import { messageSummary } from './message-summaries.ts';
import { nobodysAccount } from './nobodys-account.ts';

const requestIds = createRequestIds(() => Date.now());

interface Reply extends ApiResponse {
  /** What was handed to the road. */
  readonly parcels: readonly Parcel[];
}

/** Gives a request, with the agent's token unless it says otherwise, to an endpoint without a network and a road. */
export async function putTo(
  endpoint: ResourceMethod,
  body: string | Uint8Array,
  {
    agent,
    ledger,
    ...changes
  }: Partial<ApiRequest> & { readonly agent: AgentConfig; readonly ledger: Ledger },
): Promise<Reply> {
  const bytes = Buffer.from(body);
  const request: ApiRequest = {
    method: 'POST',
    target: '/v1.1/email',
    path: '/v1.1/email',
    headers: [],
    host: 'localhost',
    authorization: authorizationOf(agent),
    peer: '127.0.0.1:1',
    tls: false,
    receivedAt: new Date(0),
    body: bytes,
    bodyBytes: bytes.length,
    ...changes,
  };
  const parcels: Parcel[] = [];
  const { response } = await endpoint(request, {
    channel: 'api',
    agent,
    requestIds,
    ledger,
    account: nobodysAccount,
    intake: {
      accept: (parcel) => {
        parcels.push(parcel);
        return Promise.resolve(messageSummary(parcels.length));
      },
      record: () => undefined,
    },
  });
  return { ...response, parcels };
}
