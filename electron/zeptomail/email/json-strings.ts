import { emailFieldTypes, hasType } from './email-fields.ts';
import { isObject } from './json-object.ts';
import { jsonOf } from './merge-info.ts';

/**
 * Takes objects, lists and booleans out of the strings that the v1.0 API is given them in (official n8n node); every
 * other value stays.
 */
export function withoutJsonStrings(body: unknown): unknown {
  if (!isObject(body)) {
    return body;
  }
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, unwrapped(key, value)]));
}

function unwrapped(key: string, value: unknown): unknown {
  const type = emailFieldTypes.get(key);
  if (typeof value !== 'string' || type === undefined || type === 'string') {
    return value;
  }
  return jsonOf(value, (inside): inside is unknown => hasType(inside, type)) ?? value;
}
