import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OAuthClient } from '#shared/oauth.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

/** The registered OAuth clients, the oldest first. */
export function useOAuthClients(): UseQueryResult<readonly OAuthClient[]> {
  return useQuery({
    queryKey: queryKeys.oauthClients,
    queryFn: async ({ signal }) => (await call('listOAuthClients', {}, { signal })).clients,
    // Nothing tells of clients that a script registers.
    staleTime: 0,
  });
}
