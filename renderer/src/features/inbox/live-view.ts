import type { QueryClient } from '@tanstack/react-query';
import type { MessageSummary } from '#shared/message.ts';
import type { StreamListener } from '../../api/event-stream.ts';
import { FrameBatch } from '../../api/frame-batch.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { askForTotal, mostRows, newestRows } from './ask-for-messages.ts';
import { batchOf } from './event-batch.ts';
import type { EventBatch } from './event-batch.ts';
import { LoadedRows } from './loaded-rows.ts';
import {
  hasGaps,
  rowsOf,
  seemsOld,
  withArrivals,
  withChanges,
  withNewestPage,
  withoutMessages,
  withTotal,
} from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';
import { ViewData } from './view-data.ts';

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

/** Keeps one view of the messages up to date from the event stream, whatever the rate. */
export class LiveView {
  readonly rows: LoadedRows;
  readonly #data: ViewData;
  readonly #host: LiveViewHost;
  readonly #batch = new FrameBatch<StreamEvent>((events) => this.#apply(events));
  #mustReload = false;
  #askAgainTimer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;

  constructor(client: QueryClient, view: MessageView, host: LiveViewHost) {
    this.#data = new ViewData(client, view);
    this.#host = host;
    this.rows = new LoadedRows(this.#data, host.pinned);
  }

  isOf({ agentId, q }: MessageView): boolean {
    const { view } = this.#data;
    return view.agentId === agentId && view.q === q;
  }

  readonly take = (event: StreamEvent): void => this.#batch.add(event);

  stop(): void {
    this.#data.leave();
    this.#batch.stop();
    clearTimeout(this.#askAgainTimer);
  }

  /** Drops what is loaded and begins again with the newest page. */
  async startAnew(): Promise<void> {
    this.#data.replace(await this.#data.ask({ limit: newestRows }));
  }

  /** Counts a search whose rows were shown before it was counted. */
  async count(signal?: AbortSignal): Promise<void> {
    try {
      const total = await askForTotal(this.#data.view, signal);
      this.#data.change((data) => withTotal(data, total));
    } catch (error) {
      if (signal?.aborted !== true) {
        console.warn('The messages that the search finds could not be counted.', error);
      }
    }
  }

  #apply(events: readonly StreamEvent[]): void {
    // What is being fetched will replace the rows as they are now: wait for it.
    if (this.#data.isFetching) {
      this.#batch.add(...events);
      return;
    }
    const { view } = this.#data;
    const batch = batchOf(events, view);
    if (batch.removals.size > 0) {
      this.#data.forget(batch.removals);
      this.#host.onRemovals(batch.removals);
    }
    if (batch.reload) {
      this.#reload();
      return;
    }
    const loaded = this.#data.now;
    const arrivals = batch.arrivals.filter((message) => !seemsOld(loaded, message));
    this.#mustReload ||= isRemovedUnseen(loaded, batch.removals);
    const mayHaveMoved = view.q !== '' && isOtherToSearch(loaded, batch.changes);
    this.#data.change((data) =>
      withArrivals(withChanges(withoutMessages(data, batch.removals), batch.changes), arrivals),
    );
    if (batch.arrivals.length > 0) {
      this.#host.onArrivals(batch.arrivals);
    }
    if (batch.askAgain || mayHaveMoved || this.#mustReload || arrivals.length < batch.arrivals.length) {
      this.#askAgainSoon();
    }
    this.rows.dropFar();
  }

  #reload(): void {
    this.#mustReload = false;
    this.#data.reload();
  }

  #askAgainSoon(): void {
    this.#askAgainTimer ??= setTimeout(
      () => void this.#askAgain(),
      this.#data.view.q === '' ? askAgainMs : askSearchAgainMs,
    );
  }

  async #askAgain(): Promise<void> {
    // From here on: what is told while the answer is on its way may not be in it.
    this.#askAgainTimer = undefined;
    if (this.#isAsking) {
      this.#askAgainSoon();
      return;
    }
    this.#isAsking = true;
    try {
      if (this.#mustReload) {
        this.#reload();
        return;
      }
      const newest = await this.#data.ask({ limit: mostRows });
      const { now } = this.#data;
      const merged = now && withNewestPage(now, newest);
      if (merged) {
        this.#data.change(() => merged);
      } else if (this.#host.isAtTop()) {
        this.#data.replace(newest);
      } else if (now && !this.#data.isLeft) {
        this.#data.change(() => withTotal(now, newest.total ?? now.length));
        this.#host.onGap();
      }
      if (newest.total === null) {
        await this.count();
      }
    } catch (error) {
      // The event stream says when the server is back, and then everything is asked for again.
      console.warn('The newest messages could not be asked for.', error);
    } finally {
      this.#isAsking = false;
    }
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
