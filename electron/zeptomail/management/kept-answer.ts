import type { ActivityEntry } from '#shared/activity.ts';
import type { Verdict } from '#shared/verdict.ts';
import { type ApiRequest, type ApiResponse, blanked, exchangeOf } from '../exchange.ts';
import type { ApiAnswer } from '../resource.ts';

/** An answer that holds no mail; in the activity its secrets are blanked, in the request as in the answer. */
export function keptAnswer(
  request: ApiRequest,
  response: ApiResponse,
  about: {
    readonly outcome: ActivityEntry['outcome'];
    readonly result: string;
    readonly verdicts: readonly Verdict[];
    readonly secrets: readonly string[];
  },
): ApiAnswer {
  const { secrets, ...rest } = about;
  const hide = (text: string): string =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((hidden, secret) => hidden.replaceAll(secret, blanked(secret)), text);
  const session =
    secrets.length === 0
      ? exchangeOf(request, response)
      : exchangeOf(
          { ...request, target: hide(request.target), body: Buffer.from(hide(request.body.toString())) },
          {
            ...response,
            body: hide(response.body),
            ...(response.headers && {
              headers: response.headers.map(([name, value]) => [name, hide(value)] as const),
            }),
          },
        );
  return { response, session, messageIds: [], ...rest };
}
