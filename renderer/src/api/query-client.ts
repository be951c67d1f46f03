import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

// An answer is drawn in the task that it comes in, not in one after it, which may be a frame later.
notifyManager.setScheduler(queueMicrotask);

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
