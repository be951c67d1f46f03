import { keptAnswer } from '../management/kept-answer.ts';
import type { Resource } from '../resource.ts';
import { fieldsOf } from './fields.ts';
import { oauthError, oauthVerdict } from './oauth-error.ts';

/**
 * POST /oauth/v2/token/revoke, and /oauth/v2/revoke/token as newer pages spell it. Any refresh token is good here until
 * it is revoked, so any can be revoked once (https://www.zoho.com/accounts/protocol/oauth/revoke-refresh-token.html).
 */
export const oauthRevocation: Resource = {
  POST: async (request, { ledger }) => {
    const given = fieldsOf(request).get('token') ?? '';
    if (given === '' || ledger.oauthGrants.refreshToken(given)?.isRevoked === true) {
      const explanation = given === '' ? 'The request has no token.' : 'This token was revoked already.';
      const problem = oauthError('invalid_token', explanation);
      // The status is documented, the body assumed.
      return keptAnswer(
        request,
        { status: 400, body: JSON.stringify({ error: problem.error }) },
        {
          outcome: 'refused',
          result: `400 ${problem.error}`,
          verdicts: [oauthVerdict(problem, 400)],
          secrets: [given],
        },
      );
    }
    ledger.oauthGrants.revoke(given);
    return keptAnswer(
      request,
      { status: 200, body: JSON.stringify({ status: 'success' }) },
      { outcome: 'nothing', result: '200', verdicts: [], secrets: [given] },
    );
  },
};
