import { createProductionIds } from '../ledger/production-ids.ts';

/** `m1` a single mail, `b1` a batch, `m4` an error, `h1` the key of a cached file, `w1` a call of a webhook. */
export type RequestIdKind = 'm1' | 'b1' | 'm4' | 'h1' | 'w1';

/** Makes the next identifier: `<account>.<agent key>.<kind>.<uuid v1>.<ms since 1970 in hex>`. */
export type RequestIds = (agentKey: string, kind: RequestIdKind) => string;

/** A source of request ids in production's grammar; its parameters are those of every production id. */
export const createRequestIds: (now: () => number, node?: Uint8Array) => RequestIds = createProductionIds;
