import type { QueryClient } from '@tanstack/react-query';
import type { StreamListener } from '../../api/event-stream.ts';
import { call } from '../../api/client.ts';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { batchOf } from './event-batch.ts';
import type { EventBatch } from './event-batch.ts';
import {
  seemsOld,
  withArrivals,
  withChanges,
  withNewestPage,
  withoutMessages,
  withTotal,
} from './message-pages.ts';
import type { MessagePage, MessagePages } from './message-pages.ts';

type StreamEvent = Parameters<StreamListener>[0];

/** What the view asks of the list on the screen. */
export interface LiveViewHost {
  /** Whether the newest row is in sight, so that the rows may be replaced without taking away what is read. */
  readonly isAtTop: () => boolean;
  readonly onArrivals: (arrivals: EventBatch['arrivals']) => void;
  readonly onRemovals: (ids: ReadonlySet<string>) => void;
  /** So much has come that the rows on the screen have no connection with the newest ones. */
  readonly onGap: () => void;
}

/** The most that the control API gives at once: to catch up with a burst, and to reach far down the list soon. */
const mostRows = 500;
/** Of the newest page, which is waited for. */
const newestRows = 100;
/** The view is asked for again at most this often. */
const askAgainMs = 250;
const askSearchAgainMs = 1000;
/** After a reload this many pages are asked for again; more load as they are scrolled to. */
const reloadedPages = 20;
/** A first page that grew beyond this is asked for anew while its top is in sight. */
const firstPageRows = 3000;

/** Asks for a page of a view. */
export function askForPage(
  view: MessageView,
  { before, limit, signal }: { before: string | null; limit?: number; signal?: AbortSignal },
): Promise<MessagePage> {
  const query = {
    limit: limit ?? (before === null ? newestRows : mostRows),
    ...(view.agentId === null ? {} : { agent: view.agentId }),
    ...(view.q === '' ? {} : { q: view.q }),
    ...(before === null ? {} : { before }),
  };
  return call('listMessages', { query }, signal ? { signal } : {});
}

/** Keeps one view of the messages up to date from the event stream, whatever the rate. */
export class LiveView {
  readonly #client: QueryClient;
  readonly #view: MessageView;
  readonly #host: LiveViewHost;
  readonly #batch = new FrameBatch<StreamEvent>((events) => this.#apply(events));
  #askAgainTimer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(client: QueryClient, view: MessageView, host: LiveViewHost) {
    this.#client = client;
    this.#view = view;
    this.#host = host;
  }

  readonly take = (event: StreamEvent): void => this.#batch.add(event);

  stop(): void {
    this.#stopped = true;
    this.#batch.stop();
    clearTimeout(this.#askAgainTimer);
  }

  /** Drops what is loaded and begins again with the newest page. */
  async startAnew(): Promise<void> {
    const newest = await askForPage(this.#view, { before: null });
    this.#replace(newest);
  }

  get #key() {
    return queryKeys.messages(this.#view);
  }

  #apply(events: readonly StreamEvent[]): void {
    // A page that is being fetched is joined to the rows as they were when it was asked for: wait for it.
    if (this.#client.getQueryState(this.#key)?.fetchStatus === 'fetching') {
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
    const loaded = this.#client.getQueryData<MessagePages>(this.#key);
    const arrivals = batch.arrivals.filter((message) => !seemsOld(loaded, message));
    this.#client.setQueryData<MessagePages>(
      this.#key,
      (data) =>
        data && withArrivals(withChanges(withoutMessages(data, batch.removals), batch.changes), arrivals),
    );
    if (batch.arrivals.length > 0) {
      this.#host.onArrivals(batch.arrivals);
    }
    if (batch.askAgain || arrivals.length < batch.arrivals.length || this.#isOvergrown()) {
      this.#askAgainSoon();
    }
  }

  #isOvergrown(): boolean {
    const data = this.#client.getQueryData<MessagePages>(this.#key);
    return (data?.pages[0]?.messages.length ?? 0) > firstPageRows && this.#host.isAtTop();
  }

  #reload(): void {
    this.#client.setQueryData<MessagePages>(
      this.#key,
      (data) =>
        data && {
          pages: data.pages.slice(0, reloadedPages),
          pageParams: data.pageParams.slice(0, reloadedPages),
        },
    );
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
      if (this.#isOvergrown()) {
        await this.startAnew();
        return;
      }
      const newest = await askForPage(this.#view, { before: null, limit: mostRows });
      const data = this.#client.getQueryData<MessagePages>(this.#key);
      const merged = data && withNewestPage(data, newest);
      if (merged) {
        this.#client.setQueryData<MessagePages>(this.#key, merged);
      } else if (this.#host.isAtTop()) {
        this.#replace(newest);
      } else if (data && !this.#stopped) {
        this.#client.setQueryData<MessagePages>(this.#key, withTotal(data, newest.total));
        this.#host.onGap();
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
      this.#client.setQueryData<MessagePages>(this.#key, { pages: [newest], pageParams: [null] });
    }
  }
}
