import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MessageSummary } from '#shared/message.ts';
import { messageQuery } from '../message/message-query.ts';
import { positionOf, rowAt } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

/** Bytes; a larger message is asked for only when somebody wants to see it. */
const mostAhead = 256 * 1024;

/** Once the open message is there, asks for the ones below and above it, where the keys lead next. */
export function useNeighboursAhead(pages: MessagePages, openId: string | null): void {
  const client = useQueryClient();
  const at = positionOf(pages, openId);
  const below = at === -1 ? undefined : idAhead(rowAt(pages, at + 1));
  const above = at === -1 ? undefined : idAhead(rowAt(pages, at - 1));
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      for (const id of [openId, below, above]) {
        if (typeof id === 'string' && !isLeft) {
          // Who opens it is told what is wrong.
          await client.query(messageQuery(id)).catch(() => undefined);
        }
      }
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [client, openId, below, above]);
}

function idAhead(message: MessageSummary | undefined): string | undefined {
  return message !== undefined && message.index !== 'pending' && message.size <= mostAhead
    ? message.id
    : undefined;
}
