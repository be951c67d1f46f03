import type { ApiRequest } from '../exchange.ts';
import type { ApiAnswer, ApiContext } from '../resource.ts';
import { parsedJson, send } from './send.ts';
import { sendKinds } from './send-kind.ts';

/** POST /v1.1/email: one mail (https://www.zoho.com/zeptomail/help/api/email-sending.html). */
export function sendEmail(request: ApiRequest, context: ApiContext): Promise<ApiAnswer> {
  return send(request, context, parsedJson(request.body), sendKinds.single);
}
