import { isObject } from './json-object.ts';

/** What a send is: one mail for all its recipients, or one mail for each; from texts of its own, or from a template. */
export interface SendKind {
  readonly batch: boolean;
  readonly template: boolean;
}

/** The four sends of https://www.zoho.com/zeptomail/help/api/api-index.html. */
export const sendKinds = {
  single: { batch: false, template: false },
  batch: { batch: true, template: false },
  template: { batch: false, template: true },
  templateBatch: { batch: true, template: true },
} as const satisfies Record<string, SendKind>;

/** By which a body names its template; the last is what the official Ruby client still sends. */
export const templateFieldNames = ['template_key', 'template_alias', 'mail_template_key'] as const;

/**
 * What a body is, whichever path it came to: clients with one fixed address send all of theirs to it. Whatever names
 * a template is sent from it; on the path of plain mail, a recipient with a `merge_info` of their own makes a batch.
 */
export function kindOf(body: unknown, path: SendKind): SendKind {
  if (!isObject(body)) {
    return path;
  }
  return {
    batch: path.batch || (!path.template && hasOwnMergeInfo(body['to'])),
    template: path.template || templateFieldNames.some((name) => isPresent(body[name])),
  };
}

function hasOwnMergeInfo(to: unknown): boolean {
  return (
    Array.isArray(to) &&
    to.some((entry: unknown) => {
      const outside = isObject(entry) ? entry : {};
      const inside = isObject(outside['email_address']) ? outside['email_address'] : {};
      return isPresent(outside['merge_info']) || isPresent(inside['merge_info']);
    })
  );
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
