import { keptAnswer } from '../management/kept-answer.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import type { ApiAnswer, ApiContext, Resource } from '../resource.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts';
import { consentPage, type Page, problemPage } from './consent-page.ts';
import { addressOf, fieldsOf } from './fields.ts';
import { oauthVerdict } from './oauth-error.ts';

/**
 * /oauth/v2/auth: a strict agent asks the person, as production does, until the client has a refresh token; a relaxed
 * one, and from then on a strict one, only for a client that insists (`prompt=consent`). The page posts the request back
 * with the decision; that no other page can do so is the guard's work.
 */
export const oauthAuthorization: Resource = {
  GET: async (request, context) =>
    judged(request, context, async (wish) =>
      wish.mustAsk || (context.agent.mode === 'strict' && !isKnown(wish, context))
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

/**
 * With `access_type=offline` a client of a strict agent has a refresh token for the first time alone, and anew where it
 * insists on being consented to (same page as the request's parameters); of a relaxed one each time.
 */
function accepted(request: ApiRequest, { ledger, agent }: ApiContext, wish: AuthorizationRequest): ApiAnswer {
  const isDue = agent.mode === 'relaxed' || wish.mustAsk || !isKnown(wish, { ledger });
  const grant = { ...wish, isOffline: wish.isOffline && isDue };
  const code = ledger.oauthGrants.addCode(grant, request.receivedAt);
  return redirected(request, wish, { code, location: 'us', 'accounts-server': addressOf(request) }, [code]);
}

/** The client has a refresh token for all that it asks for. */
function isKnown(
  { clientId, scopes }: AuthorizationRequest,
  { ledger }: Pick<ApiContext, 'ledger'>,
): boolean {
  return ledger.oauthGrants.hasRefreshToken(clientId, scopes);
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
