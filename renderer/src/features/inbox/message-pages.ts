import type { MessageSummary } from '#shared/message.ts';

/** What the server answers when it is asked for a part of a view. */
export interface MessagePage {
  readonly messages: readonly MessageSummary[];
  /** Null at the end of the view. */
  readonly next: string | null;
  /** How many messages the view holds in all; null when they were not counted. */
  readonly total: number | null;
}

/** Rows that follow each other, and the position of the first of them in the list. */
export interface Stretch {
  readonly start: number;
  readonly messages: readonly MessageSummary[];
}

/** A view of the messages, newest first: how long it is, and the stretches of it that are loaded. */
export interface MessagePages {
  /** From the top down; none reaches into the next, and the first begins with the newest message. */
  readonly stretches: readonly Stretch[];
  /** How many messages the view holds, as far as it is known. */
  readonly length: number;
  /** Whether they were counted; else there are at least so many. */
  readonly counted: boolean;
}

/** Positions from `first` to `last`, both of them included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A view of which nothing but its newest page is loaded. */
export function pagesOf({ messages, next, total }: MessagePage): MessagePages {
  const isWhole = next === null;
  return {
    stretches: [{ start: 0, messages }],
    length: isWhole ? messages.length : (total ?? messages.length + 1),
    counted: isWhole || total !== null,
  };
}

/** All loaded rows in one list. */
export function rowsOf(data: MessagePages | undefined): readonly MessageSummary[] {
  return data?.stretches.flatMap(({ messages }) => messages) ?? [];
}

/** The message at a position of the list, if it is loaded. */
export function rowAt(data: MessagePages | undefined, position: number): MessageSummary | undefined {
  const stretch = data?.stretches.findLast(({ start }) => start <= position);
  return stretch?.messages[position - stretch.start];
}

/** Whether all messages at these positions are loaded, as far as the list goes. */
export function isLoaded(data: MessagePages, { first, last }: Range): boolean {
  for (let at = first; at <= Math.min(last, data.length - 1); at += 1) {
    if (rowAt(data, at) === undefined) {
      return false;
    }
  }
  return true;
}

/** Where a loaded message stands in the list; -1 when it is not loaded. */
export function positionOf(data: MessagePages | undefined, id: string | null): number {
  for (const { start, messages } of data?.stretches ?? []) {
    const at = messages.findIndex((message) => message.id === id);
    if (at !== -1) {
      return start + at;
    }
  }
  return -1;
}

/** Whether there are rows that are not loaded. */
export function hasGaps(data: MessagePages): boolean {
  return !data.counted || loadedCount(data) < data.length;
}

/**
 * Whether a message that is said to be new seems to lie below the first rows. It is told of late then, and is counted
 * already; or the clock jumped back, and only the server knows its place.
 */
export function seemsOld(data: MessagePages | undefined, { receivedAt }: MessageSummary): boolean {
  const first = data?.stretches[0];
  if (data === undefined || first === undefined || first.messages.length >= data.length) {
    return false;
  }
  const oldest = first.messages.at(-1);
  return oldest !== undefined && receivedAt <= oldest.receivedAt;
}

/** The view with new messages (newest first) on top; those that it has already are left alone. */
export function withArrivals(data: MessagePages, arrivals: readonly MessageSummary[]): MessagePages {
  const known = new Set(data.stretches[0]?.messages.map((message) => message.id));
  const unseen = arrivals.filter((message) => !known.has(message.id));
  if (unseen.length === 0) {
    return data;
  }
  const [first, ...below] = data.stretches;
  return {
    ...data,
    stretches: [
      { start: 0, messages: [...unseen, ...(first?.messages ?? [])] },
      ...below.map((stretch) => ({ ...stretch, start: stretch.start + unseen.length })),
    ],
    length: data.length + unseen.length,
  };
}

/** The view with these messages' newest state; stretches without any of them stay the same objects. */
export function withChanges(data: MessagePages, changes: ReadonlyMap<string, MessageSummary>): MessagePages {
  let left = changes.size;
  return mapMessages(data, (messages) => {
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

/** The view without those of these messages that are loaded; what is below them moves up. */
export function withoutMessages(data: MessagePages, ids: ReadonlySet<string>): MessagePages {
  let removed = 0;
  const stretches = data.stretches.map(({ start, messages }) => {
    const kept = messages.filter((message) => !ids.has(message.id));
    const moved = { start: start - removed, messages: kept.length === messages.length ? messages : kept };
    removed += messages.length - kept.length;
    return moved;
  });
  return removed === 0 ? data : tidied({ ...data, stretches, length: Math.max(0, data.length - removed) });
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
  return mapMessages(data, (messages) =>
    messages.some(concerns)
      ? messages.map((message) => (concerns(message) ? { ...message, ...mark } : message))
      : messages,
  );
}

export const emptyPages: MessagePages = pagesOf({ messages: [], next: null, total: 0 });

/** What of the loaded rows stays when all without a star are deleted. */
export function onlyStarred(data: MessagePages): MessagePages {
  return pagesOf({ messages: rowsOf(data).filter(({ starred }) => starred), next: null, total: null });
}

/** Those of the chosen messages that are not known to have a star. */
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
    return pagesOf(newest);
  }
  // The lowest row that both have tells how far everything below it has moved.
  const loaded = new Set(rowsOf(data).map(({ id }) => id));
  const common = newest.messages.findLast(({ id }) => loaded.has(id));
  if (common === undefined) {
    return null;
  }
  const ids = new Set(newest.messages.map(({ id }) => id));
  const newestTime = newest.messages[0]?.receivedAt ?? '';
  // Rows newer than the whole page came after it was asked for.
  const later = (data.stretches[0]?.messages ?? []).filter(
    ({ id, receivedAt }) => !ids.has(id) && receivedAt > newestTime,
  );
  const top = [...later, ...newest.messages];
  const moved = top.indexOf(common) - positionOf(data, common.id);
  // What would stand among the newest and is not there is gone.
  const below = data.stretches.map(({ start, messages }) => {
    const passed = Math.max(0, top.length - moved - start);
    return { start: start + passed + moved, messages: messages.slice(passed) };
  });
  return tidied({
    stretches: [{ start: 0, messages: top }, ...below],
    length: newest.total === null ? data.length + moved : newest.total + later.length,
    counted: newest.total !== null || data.counted,
  });
}

/**
 * The view with a page that was asked for from a position on. Where it shares a message with what is loaded, that
 * one says where the page belongs: messages may have come or gone above it meanwhile.
 */
export function withPage(data: MessagePages, asked: number, { messages, next }: MessagePage): MessagePages {
  const ids = new Set(messages.map(({ id }) => id));
  const isOther = ({ id }: MessageSummary) => !ids.has(id);
  const loaded = new Set(rowsOf(data).map(({ id }) => id));
  const shared = messages.findIndex(({ id }) => loaded.has(id));
  const start = shared === -1 ? asked : Math.max(0, positionOf(data, messages[shared]?.id ?? null) - shared);
  const end = start + messages.length;
  const above = data.stretches.map((stretch) => ({
    start: stretch.start,
    messages: stretch.messages.slice(0, Math.max(0, start - stretch.start)).filter(isOther),
  }));
  const below = data.stretches.map((stretch) => {
    const passed = Math.max(0, end - stretch.start);
    return { start: stretch.start + passed, messages: stretch.messages.slice(passed).filter(isOther) };
  });
  const isLast = next === null;
  // An empty page lies below the end of the view, which may be far above it.
  const isEnd = isLast && (messages.length > 0 || start === 0);
  const atMost = isEnd ? end : Math.min(data.length, start);
  return tidied({
    stretches: [...above, { start, messages }, ...(isLast ? [] : below)],
    length: isLast ? atMost : Math.max(data.length, end + 1),
    counted: isEnd || data.counted,
  });
}

/** The view with only those of its rows that lie in one of the ranges. */
export function within(data: MessagePages, ranges: readonly Range[]): MessagePages {
  const kept = data.stretches.flatMap(({ start, messages }) => {
    const isKept = (at: number) =>
      ranges.some(({ first, last }) => first <= start + at && start + at <= last);
    const rows: Stretch[] = [];
    let from = 0;
    while (from < messages.length) {
      const isIn = isKept(from);
      let to = from + 1;
      while (to < messages.length && isKept(to) === isIn) {
        to += 1;
      }
      if (isIn) {
        rows.push({ start: start + from, messages: messages.slice(from, to) });
      }
      from = to;
    }
    return rows;
  });
  return { ...data, stretches: kept };
}

/** How many rows are loaded. */
export function loadedCount(data: MessagePages): number {
  return data.stretches.reduce((count, { messages }) => count + messages.length, 0);
}

/** The view with another number of messages that it holds in all. */
export function withTotal(data: MessagePages, total: number): MessagePages {
  return { ...data, length: Math.max(total, endOf(data.stretches.at(-1))), counted: true };
}

function endOf(stretch: Stretch | undefined): number {
  return stretch === undefined ? 0 : stretch.start + stretch.messages.length;
}

/** Stretches in their order, without empty ones, joined where they touch, pushed down where one reached into the next. */
function tidied(data: MessagePages): MessagePages {
  const stretches: Stretch[] = [];
  const inOrder = data.stretches
    .filter(({ messages }) => messages.length > 0)
    .toSorted((one, other) => one.start - other.start);
  for (const stretch of inOrder) {
    const above = stretches.at(-1);
    if (above !== undefined && stretch.start <= endOf(above)) {
      stretches[stretches.length - 1] = { ...above, messages: [...above.messages, ...stretch.messages] };
    } else {
      stretches.push(stretch);
    }
  }
  return { ...data, stretches, length: Math.max(data.length, endOf(stretches.at(-1))) };
}

function mapMessages(
  data: MessagePages,
  change: (messages: readonly MessageSummary[]) => readonly MessageSummary[],
): MessagePages {
  let changed = false;
  const stretches = data.stretches.map((stretch) => {
    const messages = change(stretch.messages);
    changed ||= messages !== stretch.messages;
    return messages === stretch.messages ? stretch : { ...stretch, messages };
  });
  return changed ? { ...data, stretches } : data;
}
