import type { InfiniteData } from '@tanstack/react-query';
import type { MessageSummary } from '#shared/message.ts';

export interface MessagePage {
  readonly messages: readonly MessageSummary[];
  /** The cursor of the page below, null at the end. */
  readonly next: string | null;
  /** How many messages the view holds in all. */
  readonly total: number;
}

/** The loaded part of a view of the messages, newest first, as the infinite query keeps it. */
export type MessagePages = InfiniteData<MessagePage>;

/** All loaded rows in one list. */
export function rowsOf(data: MessagePages | undefined): readonly MessageSummary[] {
  return data?.pages.flatMap((page) => page.messages) ?? [];
}

/** How many messages the view holds, loaded or not. */
export function totalOf(data: MessagePages | undefined): number {
  return data?.pages[0]?.total ?? 0;
}

/**
 * Whether a message that is said to be new seems to lie below the first page. It is told of late then, and is counted
 * already; or the clock jumped back, and only the server knows its place.
 */
export function seemsOld(data: MessagePages | undefined, { receivedAt }: MessageSummary): boolean {
  const first = data?.pages[0];
  if (first === undefined || first.next === null) {
    return false;
  }
  const oldest = first.messages.at(-1);
  return oldest !== undefined && receivedAt <= oldest.receivedAt;
}

/** The view with new messages (newest first) on top; those that it has already are updated in place. */
export function withArrivals(data: MessagePages, arrivals: readonly MessageSummary[]): MessagePages {
  const known = new Set(data.pages[0]?.messages.map((message) => message.id));
  const unseen = arrivals.filter((message) => !known.has(message.id));
  if (unseen.length === 0) {
    return data;
  }
  return withTotal(
    mapFirstPage(data, (messages) => [...unseen, ...messages]),
    totalOf(data) + unseen.length,
  );
}

/** The view with these messages' newest state; pages without any of them stay the same objects. */
export function withChanges(data: MessagePages, changes: ReadonlyMap<string, MessageSummary>): MessagePages {
  let left = changes.size;
  return mapPages(data, (messages) => {
    if (left === 0 || !messages.some((message) => changes.has(message.id))) {
      return messages;
    }
    return messages.map((message) => {
      const changed = changes.get(message.id);
      left -= changed ? 1 : 0;
      return changed ?? message;
    });
  });
}

/** The view without these messages. */
export function withoutMessages(data: MessagePages, ids: ReadonlySet<string>): MessagePages {
  let removed = 0;
  const pages = mapPages(data, (messages) => {
    const kept = messages.filter((message) => !ids.has(message.id));
    removed += messages.length - kept.length;
    return kept.length === messages.length ? messages : kept;
  });
  return removed === 0 ? data : withTotal(pages, Math.max(0, totalOf(data) - removed));
}

/** The view with messages marked or starred, or not any more; `ids` null: all that are loaded. */
export function withMark(
  data: MessagePages,
  ids: ReadonlySet<string> | null,
  mark: { readonly read: boolean } | { readonly starred: boolean },
): MessagePages {
  const isOther = (message: MessageSummary) =>
    'read' in mark ? message.read !== mark.read : message.starred !== mark.starred;
  const concerns = (message: MessageSummary) => isOther(message) && (ids === null || ids.has(message.id));
  return mapPages(data, (messages) =>
    messages.some(concerns)
      ? messages.map((message) => (concerns(message) ? { ...message, ...mark } : message))
      : messages,
  );
}

export const emptyPages: MessagePages = {
  pages: [{ messages: [], next: null, total: 0 }],
  pageParams: [null],
};

/** What of the loaded rows stays when all without a star are deleted. */
export function onlyStarred(data: MessagePages): MessagePages {
  const messages = rowsOf(data).filter(({ starred }) => starred);
  return { pages: [{ messages, next: null, total: messages.length }], pageParams: [null] };
}

/** Those of the chosen messages that have no star. */
export function unstarred(data: MessagePages, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const starred = new Set(rowsOf(data).flatMap((message) => (message.starred ? [message.id] : [])));
  return new Set([...chosen].filter((id) => !starred.has(id)));
}

/**
 * The view with its newest page asked for again: new rows go on top, known rows are updated, and rows that should
 * be among the newest and are not there any more go. Null when the page has nothing in common with the view: so much
 * has come in between that the view must start anew from the page.
 */
export function withNewestPage(data: MessagePages, newest: MessagePage): MessagePages | null {
  if (newest.next === null) {
    return { pages: [newest], pageParams: [null] };
  }
  const fresh = new Map(newest.messages.map((message) => [message.id, message]));
  const oldest = newest.messages.at(-1);
  const rows = rowsOf(data);
  const overlap = rows.findIndex((message) => message.id === oldest?.id);
  if (overlap === -1) {
    return null;
  }
  const newestTime = newest.messages[0]?.receivedAt ?? '';
  const gone = new Set(
    rows
      .slice(0, overlap)
      // Rows newer than the whole page came after it was asked for.
      .filter((message) => !fresh.has(message.id) && message.receivedAt < newestTime)
      .map((message) => message.id),
  );
  const updated = withChanges(withoutMessages(data, gone), fresh);
  const known = new Set(rows.map((message) => message.id));
  return withTotal(
    withArrivals(
      updated,
      newest.messages.filter((message) => !known.has(message.id)),
    ),
    newest.total,
  );
}

/** The view with another number of messages that it holds in all. */
export function withTotal(data: MessagePages, total: number): MessagePages {
  return { ...data, pages: data.pages.map((page, at) => (at === 0 ? { ...page, total } : page)) };
}

function mapFirstPage(
  data: MessagePages,
  change: (messages: readonly MessageSummary[]) => readonly MessageSummary[],
): MessagePages {
  return {
    ...data,
    pages: data.pages.map((page, at) => (at === 0 ? { ...page, messages: change(page.messages) } : page)),
  };
}

function mapPages(
  data: MessagePages,
  change: (messages: readonly MessageSummary[]) => readonly MessageSummary[],
): MessagePages {
  let changed = false;
  const pages = data.pages.map((page) => {
    const messages = change(page.messages);
    changed ||= messages !== page.messages;
    return messages === page.messages ? page : { ...page, messages };
  });
  return changed ? { ...data, pages } : data;
}
