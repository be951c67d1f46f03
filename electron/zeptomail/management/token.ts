import { scopeGroups } from '#shared/oauth.ts';
import { accessTokenSeconds } from '../../ledger/oauth.ts';
import type { ApiRequest } from '../exchange.ts';
import type { Resource } from '../resource.ts';
import { keptAnswer } from './kept-answer.ts';
import { queryOf } from './manage.ts';

/** The field that each kind of grant brings; its value may be any. */
const grants: Readonly<Record<string, string | undefined>> = {
  refresh_token: 'refresh_token',
  authorization_code: 'code',
  client_credentials: undefined,
};

const secretFields = ['client_secret', 'refresh_token', 'code'];

/** Where neither the request nor a registered client names a scope, the token is good for everything. */
const everyScope = scopeGroups.map((group) => `Zeptomail.${group}.ALL`);

/**
 * POST /oauth/v2/token, as Zoho's accounts server answers it: an access token for any refresh token or code. Who is
 * registered as a client must bring its secret. Errors come with status 200, as the official SDK 8 expects them.
 */
export const oauthToken: Resource = {
  POST: async (request, { ledger }) => {
    const fields = fieldsOf(request);
    const given = secretFields.map((name) => fields.get(name) ?? '');
    const grant = fields.get('grant_type') ?? '';
    const answer = (body: Record<string, unknown>, secrets: readonly string[] = []) =>
      keptAnswer(
        request,
        { status: 200, body: JSON.stringify(body) },
        {
          outcome: 'error' in body ? 'refused' : 'nothing',
          result: 'error' in body ? `200 ${String(body['error'])}` : '200',
          verdicts: [],
          secrets: [...given, ...secrets],
        },
      );

    if (!Object.hasOwn(grants, grant)) {
      return answer({ error: 'unsupported_grant_type' });
    }
    const client = ledger.oauth.client(fields.get('client_id') ?? '');
    if (client !== undefined && client.clientSecret !== fields.get('client_secret')) {
      return answer({ error: 'invalid_client_secret' });
    }
    const wanted = grants[grant];
    if (wanted !== undefined && (fields.get(wanted) ?? '') === '') {
      return answer({ error: 'invalid_code' });
    }
    const scopes = scopesOf(fields.get('scope'));
    const granted = scopes.length > 0 ? scopes : (client?.scopes ?? everyScope);
    const { token } = ledger.oauth.issue(granted, request.receivedAt);
    return answer(
      {
        access_token: token,
        expires_in: accessTokenSeconds,
        // Assumed useful: the address that was asked; production names https://www.zohoapis.com.
        api_domain: `${request.tls ? 'https' : 'http'}://${request.host ?? 'localhost'}`,
        token_type: 'Bearer',
        scope: granted.join(' '),
      },
      [token],
    );
  },
};

/** The form's fields, wherever they stand: Zoho takes them from the query as well. */
function fieldsOf(request: ApiRequest): URLSearchParams {
  const fields = queryOf(request);
  for (const [name, value] of new URLSearchParams(request.body.toString())) {
    fields.set(name, value);
  }
  return fields;
}

/** Zoho separates scopes by commas, RFC 6749 by blanks. */
function scopesOf(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
}
