import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** Send mail tokens and short SMTP passwords. */
export function addCredentialRoutes(route: Route, { agents }: Pick<PostOffice, 'agents'>): void {
  route(controlApi.listTokens, ({ params }) => ({ tokens: agents.get(params.id).tokens }));
  route(controlApi.createToken, ({ params }) => agents.createToken(params.id));
  route(controlApi.rotateToken, ({ params }) => agents.rotateToken(params.id, params.tokenId));
  route(controlApi.revokeToken, ({ params }) => agents.revokeToken(params.id, params.tokenId));
  route(controlApi.listShortPasswords, ({ params }) => ({
    shortPasswords: agents.get(params.id).shortPasswords,
  }));
  route(controlApi.createShortPassword, ({ params }) => agents.createShortPassword(params.id));
  route(controlApi.rotateShortPassword, ({ params }) =>
    agents.rotateShortPassword(params.id, params.passwordId),
  );
  route(controlApi.revokeShortPassword, ({ params }) =>
    agents.revokeShortPassword(params.id, params.passwordId),
  );
}
