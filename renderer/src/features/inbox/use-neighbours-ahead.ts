import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { MessageDetail, MessageSummary } from '#shared/message.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { messageQuery } from '../message/message-query.ts';
import { positionOf, rowAt } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

/** Bytes; a larger message is asked for only when somebody wants to see it. */
const mostAhead = 256 * 1024;

/**
 * Once the open message is there, asks for the ones below and above it in the list of this view, where the keys lead
 * next. Answers those that have come.
 */
export function useNeighboursAhead(view: MessageView, openId: string | null): MessageDetail[] {
  const client = useQueryClient();
  const beside = useSyncExternalStore(
    (changed) => client.getQueryCache().subscribe(changed),
    () => idsBeside(client, view, openId),
  );
  const ids = beside === '' ? [] : beside.split(' ');
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      for (const id of [openId, ...(beside === '' ? [] : beside.split(' '))]) {
        if (id !== null && !isLeft) {
          // Who opens it is told what is wrong.
          await client.query(messageQuery(id)).catch(() => undefined);
        }
      }
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [client, openId, beside]);
  return useQueries({
    queries: ids.map((id) => ({ ...messageQuery(id), enabled: false })),
    combine: arrived,
  });
}

/** As one string, which is the same as long as they are. */
function idsBeside(client: QueryClient, view: MessageView, openId: string | null): string {
  const pages = client.getQueryData<MessagePages>(queryKeys.messages(view));
  const at = pages === undefined ? -1 : positionOf(pages, openId);
  if (pages === undefined || at === -1) {
    return '';
  }
  return [rowAt(pages, at + 1), rowAt(pages, at - 1)]
    .flatMap((row) => (row !== undefined && isModest(row) ? [row.id] : []))
    .join(' ');
}

function isModest({ index, size }: MessageSummary): boolean {
  return index !== 'pending' && size <= mostAhead;
}

function arrived(results: readonly { readonly data: MessageDetail | undefined }[]): MessageDetail[] {
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]));
}
