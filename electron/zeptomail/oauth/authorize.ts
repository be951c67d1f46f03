import { keptAnswer } from '../management/kept-answer.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import type { ApiAnswer, ApiContext, Resource } from '../resource.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts';
import { consentPage, type Page, problemPage } from './consent-page.ts';
import { addressOf, fieldsOf } from './fields.ts';
import { oauthVerdict } from './oauth-error.ts';

/**
 * /oauth/v2/auth: a strict agent asks the person, as production does, and a relaxed one only for a client that insists
 * (`prompt=consent`). The page posts the request back with the decision; that no other page can do so is the guard's work.
 */
export const oauthAuthorization: Resource = {
  GET: async (request, context) =>
    judged(request, context, async (wish) =>
      context.agent.mode === 'strict' || wish.mustAsk
        ? page(request, 200, await consentPage(wish, fieldsOf(request)))
        : accepted(request, context, wish),
    ),
  POST: async (request, context) =>
    judged(request, context, async (wish) =>
      fieldsOf(request).get('decision') === 'accept'
        ? accepted(request, context, wish)
        : redirected(request, wish, { error: 'access_denied' }),
    ),
};

async function judged(
  request: ApiRequest,
  { ledger, agent }: ApiContext,
  answer: (wish: AuthorizationRequest) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const fields = fieldsOf(request);
  const client = ledger.oauth.client(fields.get('client_id') ?? '');
  const wish = readAuthorizationRequest(fields, client, agent.mode);
  if (!('error' in wish)) {
    return answer(wish);
  }
  const status = 400;
  return keptAnswer(request, htmlResponse(status, await problemPage(wish)), {
    outcome: 'refused',
    result: `${status} ${wish.error}`,
    verdicts: [oauthVerdict(wish, status)],
    secrets: [],
  });
}

function accepted(request: ApiRequest, { ledger }: ApiContext, wish: AuthorizationRequest): ApiAnswer {
  const code = ledger.oauthGrants.addCode(wish, request.receivedAt);
  return redirected(request, wish, { code, location: 'us', 'accounts-server': addressOf(request) }, [code]);
}

/** Back to the client; its `state` comes first. */
function redirected(
  request: ApiRequest,
  { redirectUri, state }: AuthorizationRequest,
  parameters: Readonly<Record<string, string>>,
  secrets: readonly string[] = [],
): ApiAnswer {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...(state === undefined ? {} : { state }), ...parameters })) {
    address.searchParams.append(name, value);
  }
  return keptAnswer(
    request,
    { status: 302, body: '', headers: [['Location', address.href]] },
    { outcome: 'nothing', result: '302', verdicts: [], secrets },
  );
}

function page(request: ApiRequest, status: number, html: Page): ApiAnswer {
  return keptAnswer(request, htmlResponse(status, html), {
    outcome: 'nothing',
    result: String(status),
    verdicts: [],
    secrets: [],
  });
}

function htmlResponse(status: number, { html, policy }: Page): ApiResponse {
  return {
    status,
    body: html,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Security-Policy', policy],
      ['X-Frame-Options', 'DENY'],
    ],
  };
}
