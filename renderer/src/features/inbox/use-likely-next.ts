import { hashKey, useQueries, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { MessageSummary } from '#shared/message.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { messageQuery } from '../message/message-query.ts';
import { positionOf, rowAt } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

/** Bytes; a larger message is asked for only when somebody wants to see it. */
const mostAhead = 256 * 1024;

/** What is open, and whether the first of the list is to come if the pointer rests on none. */
interface Standing {
  readonly openId: string | null;
  readonly wantsFirst: boolean;
}

interface Likely {
  /** Those that have come. */
  readonly arrived: readonly string[];
  /** Those whose HTML is worth fetching ahead. */
  readonly ahead: readonly string[];
}

/**
 * Once the open message is there, asks for the two below and the one above it in the list of this view, where the keys
 * lead next, and for the one that the pointer rests on or presses.
 */
export function useLikelyNext(view: MessageView, { openId, wantsFirst }: Standing): Likely {
  const client = useQueryClient();
  const decidingHashes = new Set([queryKeys.messages(view), queryKeys.pointedAt].map(hashKey));
  const likely = useSyncExternalStore(
    (changed) =>
      client.getQueryCache().subscribe(({ query }) => {
        if (decidingHashes.has(query.queryHash)) {
          changed();
        }
      }),
    () => likelyNext(client, view, { openId, wantsFirst }),
  );
  const ids = idsIn(likely);
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      for (const id of [openId, ...idsIn(likely)]) {
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
  }, [client, openId, likely]);
  return useQueries({
    queries: ids.map((id) => ({ ...messageQuery(id), enabled: false })),
    // No more than is used: what it answers is compared with what it answered before, to its depths.
    combine: (results) => {
      const pointed = client.getQueryData<string>(queryKeys.pointedAt);
      return {
        arrived: ids.filter((_, at) => results[at]?.data !== undefined),
        // The one that is pointed at may be opened before it is known to have HTML.
        ahead: ids.filter((id, at) => results[at]?.data?.hasHtml ?? id === pointed),
      };
    },
  });
}

/** As one string, which is the same as long as they are. */
function likelyNext(client: QueryClient, view: MessageView, { openId, wantsFirst }: Standing): string {
  const pages = client.getQueryData<MessagePages>(queryKeys.messages(view));
  if (pages === undefined) {
    return '';
  }
  const open = positionOf(pages, openId);
  const pointed = positionOf(pages, client.getQueryData<string>(queryKeys.pointedAt) ?? null);
  const around = open === -1 ? [] : [open + 1, open + 2, open - 1];
  const pointedOrFirst = wantsFirst ? Math.max(pointed, 0) : pointed;
  const rows = [pointedOrFirst, ...around].map((at) => rowAt(pages, at));
  const ids = rows.flatMap((row) => (row !== undefined && isModest(row) ? [row.id] : []));
  return [...new Set(ids)].filter((id) => id !== openId).join(' ');
}

function idsIn(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}

function isModest({ index, size }: MessageSummary): boolean {
  return index !== 'pending' && size <= mostAhead;
}
