import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

/** The event stream says what changed, so nothing is asked for again just because time has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof ApiError && error.status < 500) && failures < 2,
    },
  },
});
