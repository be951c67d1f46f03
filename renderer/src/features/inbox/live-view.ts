import type { QueryClient } from '@tanstack/react-query';
import type { MessageSummary } from '#shared/message.ts';
import type { StreamListener } from '../../api/event-stream.ts';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { askForPage, askForTotal, mostRows, newestRows } from './ask-for-messages.ts';
import { batchOf } from './event-batch.ts';
import type { EventBatch } from './event-batch.ts';
import {
  hasGaps,
  loadedCount,
  pagesOf,
  positionOf,
  rowAt,
  rowsOf,
  seemsOld,
  withArrivals,
  withChanges,
  within,
  withNewestPage,
  withoutMessages,
  withPage,
  withTotal,
} from './message-pages.ts';
import type { MessagePage, MessagePages, Range } from './message-pages.ts';
import { missingAround } from './missing-rows.ts';

type StreamEvent = Parameters<StreamListener>[0];

/** What the view asks of the list on the screen. */
export interface LiveViewHost {
  /** Whether the newest row is in sight, so that the rows may be replaced without taking away what is read. */
  readonly isAtTop: () => boolean;
  /** Messages whose rows stay loaded wherever the list is scrolled to: keys move from them. */
  readonly pinned: () => readonly (string | null)[];
  readonly onArrivals: (arrivals: EventBatch['arrivals']) => void;
  readonly onRemovals: (ids: ReadonlySet<string>) => void;
  /** So much has come that the rows on the screen have no connection with the newest ones. */
  readonly onGap: () => void;
}

/** The view is asked for again at most this often. */
const askAgainMs = 250;
const askSearchAgainMs = 1000;
/** When more rows than this are loaded, those far from the rows in sight are dropped. */
const mostLoaded = 2000;
/** So many rows above and below those in sight are kept then, and so many around pinned ones. */
const keptAround = 500;
const keptAroundPinned = 50;

/** Keeps one view of the messages up to date from the event stream, whatever the rate, and the rows in sight loaded. */
export class LiveView {
  readonly #client: QueryClient;
  readonly #view: MessageView;
  readonly #host: LiveViewHost;
  readonly #batch = new FrameBatch<StreamEvent>((events) => this.#apply(events));
  #inSight: Range = { first: 0, last: 0 };
  #isLoading = false;
  #mustReload = false;
  #askAgainTimer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(client: QueryClient, view: MessageView, host: LiveViewHost) {
    this.#client = client;
    this.#view = view;
    this.#host = host;
  }

  isOf({ agentId, q }: MessageView): boolean {
    return this.#view.agentId === agentId && this.#view.q === q;
  }

  readonly take = (event: StreamEvent): void => this.#batch.add(event);

  stop(): void {
    this.#stopped = true;
    this.#batch.stop();
    clearTimeout(this.#askAgainTimer);
  }

  /** Drops what is loaded and begins again with the newest page. */
  async startAnew(): Promise<void> {
    this.#replace(await askForPage(this.#view, { limit: newestRows }));
  }

  /** The newest page, and of what was loaded the rows in sight and the pinned ones. */
  async load(signal: AbortSignal): Promise<MessagePages> {
    const before = this.#data;
    let pages = pagesOf(await askForPage(this.#view, { limit: newestRows, signal }));
    for (const range of before === undefined ? [] : this.#kept(before, 0)) {
      const missing = missingAround(pages, range);
      if (missing !== null && range.first < pages.length) {
        pages = withPage(pages, missing.offset, await askForPage(this.#view, { ...missing, signal }));
      }
    }
    return pages;
  }

  /** Which rows are in sight now. */
  show(inSight: Range): void {
    this.#inSight = inSight;
    this.loadMissing();
  }

  /** Loads what is missing of the rows in sight, and some around them; what is far from them is dropped. */
  loadMissing(): void {
    if (!this.#isLoading && this.#missing() !== null) {
      void this.#loadMissing();
    }
  }

  /** Counts a search whose rows were shown before it was counted. */
  async count(signal?: AbortSignal): Promise<void> {
    try {
      const total = await askForTotal(this.#view, signal);
      this.#change((data) => withTotal(data, total));
    } catch (error) {
      if (signal?.aborted !== true) {
        console.warn('The messages that the search finds could not be counted.', error);
      }
    }
  }

  /** The message at a position, loaded if need be; undefined when the view was left meanwhile, or has no such row. */
  async messageAt(position: number): Promise<MessageSummary | undefined> {
    if (rowAt(this.#data, position) === undefined) {
      const offset = Math.max(0, position + 1 - newestRows);
      const page = await askForPage(this.#view, { offset, limit: newestRows });
      this.#change((data) => withPage(data, offset, page));
    }
    return this.#stopped ? undefined : rowAt(this.#data, position);
  }

  /** The ids of all messages in a range, loaded or not; null when the view was left meanwhile. */
  async idsIn({ first, last }: Range): Promise<string[] | null> {
    const ids: string[] = [];
    for (let offset = first; offset <= last && !this.#stopped; offset += mostRows) {
      const limit = Math.min(mostRows, last + 1 - offset);
      const { messages } = await askForPage(this.#view, { offset, limit });
      ids.push(...messages.map(({ id }) => id));
    }
    return this.#stopped ? null : ids;
  }

  get #key() {
    return queryKeys.messages(this.#view);
  }

  get #data(): MessagePages | undefined {
    return this.#client.getQueryData<MessagePages>(this.#key);
  }

  get #isFetching(): boolean {
    return this.#client.getQueryState(this.#key)?.fetchStatus === 'fetching';
  }

  #change(change: (data: MessagePages) => MessagePages): void {
    if (!this.#stopped) {
      this.#client.setQueryData<MessagePages>(this.#key, (data) => data && change(data));
    }
  }

  #apply(events: readonly StreamEvent[]): void {
    // What is being fetched will replace the rows as they are now: wait for it.
    if (this.#isFetching) {
      this.#batch.add(...events);
      return;
    }
    const batch = batchOf(events, this.#view);
    if (batch.removals.size > 0) {
      this.#host.onRemovals(batch.removals);
    }
    if (batch.reload) {
      this.#reload();
      return;
    }
    const loaded = this.#data;
    const arrivals = batch.arrivals.filter((message) => !seemsOld(loaded, message));
    this.#mustReload ||= isRemovedUnseen(loaded, batch.removals);
    const mayHaveMoved = this.#view.q !== '' && isOtherToSearch(loaded, batch.changes);
    this.#change((data) =>
      withArrivals(withChanges(withoutMessages(data, batch.removals), batch.changes), arrivals),
    );
    if (batch.arrivals.length > 0) {
      this.#host.onArrivals(batch.arrivals);
    }
    if (batch.askAgain || mayHaveMoved || this.#mustReload || arrivals.length < batch.arrivals.length) {
      this.#askAgainSoon();
    }
    this.#dropFar();
  }

  #reload(): void {
    this.#mustReload = false;
    void this.#client.invalidateQueries({ queryKey: this.#key, exact: true });
  }

  #askAgainSoon(): void {
    this.#askAgainTimer ??= setTimeout(
      () => void this.#askAgain(),
      this.#view.q === '' ? askAgainMs : askSearchAgainMs,
    );
  }

  async #askAgain(): Promise<void> {
    try {
      if (this.#mustReload) {
        this.#reload();
        return;
      }
      const newest = await askForPage(this.#view, { limit: mostRows });
      const data = this.#data;
      const merged = data && withNewestPage(data, newest);
      if (merged) {
        this.#change(() => merged);
      } else if (this.#host.isAtTop()) {
        this.#replace(newest);
      } else if (data && !this.#stopped) {
        this.#change(() => withTotal(data, newest.total ?? data.length));
        this.#host.onGap();
      }
      if (newest.total === null) {
        await this.count();
      }
    } catch (error) {
      // The event stream says when the server is back, and then everything is asked for again.
      console.warn('The newest messages could not be asked for.', error);
    } finally {
      this.#askAgainTimer = undefined;
    }
  }

  #replace(newest: MessagePage): void {
    if (!this.#stopped) {
      this.#client.setQueryData<MessagePages>(this.#key, pagesOf(newest));
    }
  }

  async #loadMissing(): Promise<void> {
    this.#isLoading = true;
    try {
      // While one page is on its way, the list may be scrolled to where another one is missing.
      let asked = '';
      for (let missing = this.#missing(); missing !== null; missing = this.#missing()) {
        const { offset } = missing;
        if (asked === JSON.stringify(missing)) {
          // The server has them no longer, and will say so.
          return;
        }
        asked = JSON.stringify(missing);
        const page = await askForPage(this.#view, missing);
        this.#change((data) => withPage(data, offset, page));
        this.#dropFar();
      }
    } catch (error) {
      console.warn('The messages in sight could not be asked for.', error);
    } finally {
      this.#isLoading = false;
    }
  }

  /** Null also while all of the view is fetched, which brings the rows in sight. */
  #missing(): ReturnType<typeof missingAround> {
    const data = this.#data;
    return data === undefined || this.#stopped || this.#isFetching
      ? null
      : missingAround(data, this.#inSight);
  }

  #dropFar(): void {
    const data = this.#data;
    if (data !== undefined && loadedCount(data) > mostLoaded) {
      this.#change((loaded) =>
        within(loaded, [{ first: 0, last: newestRows }, ...this.#kept(loaded, keptAround)]),
      );
    }
  }

  /** What stays loaded: the rows in sight with so many around them, and those about the pinned messages. */
  #kept(data: MessagePages, around: number): Range[] {
    const { first, last } = this.#inSight;
    const pinned = this.#host
      .pinned()
      .map((id) => positionOf(data, id))
      .filter((position) => position !== -1);
    return [
      { first: first - around, last: last + around },
      ...pinned.map((position) => ({
        first: position - keptAroundPinned,
        last: position + keptAroundPinned,
      })),
    ];
  }
}

/** Whether messages went of which it is not known where in the list they stood. */
function isRemovedUnseen(data: MessagePages | undefined, removals: ReadonlySet<string>): boolean {
  if (data === undefined || removals.size === 0 || !hasGaps(data)) {
    return false;
  }
  return rowsOf(data).filter(({ id }) => removals.has(id)).length < removals.size;
}

/**
 * Whether a search may find these messages no longer, or now: not only whether they were read changed, which would take
 * a message away under the eyes of who opened it.
 */
function isOtherToSearch(
  data: MessagePages | undefined,
  changes: ReadonlyMap<string, MessageSummary>,
): boolean {
  const loaded = new Map(rowsOf(data).map((message) => [message.id, message]));
  return [...changes.values()].some((now) => {
    const before = loaded.get(now.id);
    return before === undefined || JSON.stringify(before) !== JSON.stringify({ ...now, read: before.read });
  });
}
