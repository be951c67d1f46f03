import { accessTokenSeconds } from '../../ledger/oauth.ts';
import { keptAnswer } from '../management/kept-answer.ts';
import type { ApiAnswer, Resource } from '../resource.ts';
import type { ApiRequest } from '../exchange.ts';
import { addressOf, fieldsOf } from './fields.ts';
import { grants } from './grants.ts';
import { type OAuthError, oauthError, oauthVerdict } from './oauth-error.ts';

const secretFields = ['client_secret', 'refresh_token', 'code', 'code_verifier'];

/**
 * POST /oauth/v2/token, as Zoho's accounts server answers it. Who is registered as a client must bring its secret.
 * Errors come with status 200, as the official SDK 8 expects them, but for one that users report otherwise.
 */
export const oauthToken: Resource = {
  POST: async (request, { ledger, agent }) => {
    const fields = fieldsOf(request);
    const given = secretFields.map((name) => fields.get(name) ?? '');
    const grant = grants.get(fields.get('grant_type') ?? '');
    if (grant === undefined) {
      const explanation = `grant_type is one of ${[...grants.keys()].join(', ')}.`;
      return refused(request, oauthError('unsupported_grant_type', explanation), given);
    }
    const granted = grant({
      fields,
      client: ledger.oauth.client(fields.get('client_id') ?? ''),
      mode: agent.mode,
      ledger,
      now: request.receivedAt,
    });
    if ('error' in granted) {
      return refused(request, granted, given);
    }
    const { scopes, refreshToken, isNew = false, forgiven } = granted;
    const { token } = ledger.oauth.issue(scopes, request.receivedAt, refreshToken);
    const body = {
      access_token: token,
      ...(isNew ? { refresh_token: refreshToken } : {}),
      expires_in: accessTokenSeconds,
      // Assumed useful: the address that was asked; production names https://www.zohoapis.com.
      api_domain: addressOf(request),
      token_type: 'Bearer',
      scope: scopes.join(' '),
    };
    return keptAnswer(
      request,
      { status: 200, body: JSON.stringify(body) },
      {
        outcome: 'nothing',
        result: '200',
        verdicts: forgiven === undefined ? [] : [oauthVerdict(forgiven, statusOf(forgiven))],
        secrets: [...given, token, ...(isNew ? [refreshToken ?? ''] : [])],
      },
    );
  },
};

function refused(request: ApiRequest, problem: OAuthError, secrets: readonly string[]): ApiAnswer {
  const { error, description } = problem;
  const status = statusOf(problem);
  const body =
    description === undefined ? { error } : { error_description: description, error, status: 'failure' };
  return keptAnswer(
    request,
    { status, body: JSON.stringify(body) },
    {
      outcome: 'refused',
      result: `${status} ${error}`,
      verdicts: [oauthVerdict(problem, status)],
      secrets,
    },
  );
}

function statusOf({ description }: OAuthError): number {
  return description === undefined ? 200 : 400;
}
