import type { ResourceMethod } from '../resource.ts';
import { parsedJson } from '../parsed-json.ts';
import { withoutJsonStrings } from './json-strings.ts';
import { send } from './send.ts';
import type { SendKind } from './send-kind.ts';

/** A send of the API version 1.1 (https://www.zoho.com/zeptomail/help/api/api-index.html). */
export function sendAs(kind: SendKind): ResourceMethod {
  return (request, context) => send(request, context, parsedJson(request.body), kind);
}

/** A send of the older version 1.0, whose clients post objects and lists in strings; the answer is version 1.1's (assumed). */
export function sendOldAs(kind: SendKind): ResourceMethod {
  return (request, context) => send(request, context, withoutJsonStrings(parsedJson(request.body)), kind);
}
