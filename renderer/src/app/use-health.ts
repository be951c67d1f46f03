import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ControlApi } from '#shared/control-api/contract.ts';
import type { EndpointResponse } from '#shared/control-api/endpoint.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

/** What the server says of itself and of this run. */
export function useHealth(): UseQueryResult<EndpointResponse<ControlApi['health']>> {
  return useQuery({
    queryKey: queryKeys.health,
    queryFn: ({ signal }) => call('health', {}, { signal }),
  });
}
