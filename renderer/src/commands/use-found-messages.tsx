import { useDebouncedValue } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { go } from '../routing/use-place.ts';
import type { Command } from './command.ts';

const mostFound = 6;
const typingMs = 120;

/** The newest messages that a search finds, each as the command that opens it; a query that is no search finds none. */
export function useFoundMessages(query: string): readonly Command[] {
  const [q] = useDebouncedValue(query.trim(), typingMs);
  const { data } = useQuery({
    queryKey: queryKeys.foundMessages(q),
    queryFn: ({ signal }) =>
      call('listMessages', { query: { q, limit: mostFound, counted: 'false' } }, { signal }),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  if (query.trim().length < 2) {
    return [];
  }
  return (data?.messages ?? []).map((message) => ({
    id: `message ${message.id}`,
    section: 'Messages',
    title: message.subject.trim() || 'No subject',
    note: message.from?.name.trim() || message.from?.address,
    icon: <IconMail size={16} stroke={1.7} />,
    run: () => go({ page: 'inbox', agentId: null, messageId: message.id }),
  }));
}
