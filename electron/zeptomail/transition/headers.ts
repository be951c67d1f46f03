import type { JsonObject } from '../email/json-object.ts';
import type { Field, Sourced } from './field.ts';

/** Header fields as an object, `{"X-Order": "42"}`, or as the list `[{"Name": "X-Order", "Value": "42"}]`. */
export function headersIn(field: Field): Sourced<JsonObject> {
  if (!field.isList()) {
    return { value: field.record() ?? {}, path: field.path };
  }
  const entries = field
    .entries()
    .map((entry) => [entry.get('Name').text() ?? '', entry.get('Value').text() ?? ''] as const);
  return { value: Object.fromEntries(entries), path: field.path };
}

/** Several places that add header fields; a later one wins. The path is that of the last that has any. */
export function mergedHeaders(first: Field, ...others: readonly Field[]): Sourced<JsonObject> {
  const given = [first, ...others].map(headersIn);
  const last = given.findLast(({ value }) => Object.keys(value).length > 0);
  return {
    value: Object.fromEntries(given.flatMap(({ value }) => Object.entries(value))),
    path: last?.path ?? first.path,
  };
}

/** A Reply-To that stands among the header fields, as a field of its own; undefined without one. */
export function replyToAmong(headers: Sourced<JsonObject>): Sourced<string> | undefined {
  const [name, value] = Object.entries(headers.value).find(([key]) => isReplyTo(key)) ?? [];
  return typeof value === 'string' ? { value, path: `${headers.path}.${name}` } : undefined;
}

export function withoutReplyTo(headers: Sourced<JsonObject>): Sourced<JsonObject> {
  return {
    value: Object.fromEntries(Object.entries(headers.value).filter(([name]) => !isReplyTo(name))),
    path: headers.path,
  };
}

function isReplyTo(name: string): boolean {
  return name.toLowerCase() === 'reply-to';
}
