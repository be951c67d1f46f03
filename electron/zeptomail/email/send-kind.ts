import { isObject } from './json-object.ts';

/** What a send is: one mail for all its recipients, or one mail for each. */
export interface SendKind {
  readonly batch: boolean;
}

export const sendKinds = {
  single: { batch: false },
  batch: { batch: true },
} as const satisfies Record<string, SendKind>;

/**
 * What a body is, whichever path it came to: clients with one fixed address send all of theirs to it. A recipient
 * with a `merge_info` of their own makes a batch.
 */
export function kindOf(body: unknown, path: SendKind): SendKind {
  const to = isObject(body) ? body['to'] : undefined;
  const hasOwnInfo = Array.isArray(to) && to.some((entry: unknown) => isObject(entry) && hasMergeInfo(entry));
  return { batch: path.batch || hasOwnInfo };
}

function hasMergeInfo(entry: Readonly<Record<string, unknown>>): boolean {
  const inside = entry['email_address'];
  return isPresent(entry['merge_info']) || (isObject(inside) && isPresent(inside['merge_info']));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
