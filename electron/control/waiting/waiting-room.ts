import { RestanteError } from '#shared/errors.ts';
import type { AppEventOf } from '#shared/events.ts';
import type { MessageSummary } from '#shared/message.ts';
import type { OtherArrival } from '#shared/waiting.ts';
import type { Announcer } from '../../road/announcer.ts';
import type { Archive } from '../../road/archive.ts';
import type { Floor } from './after.ts';
import { missedBy } from './conditions.ts';
import type { Conditions } from './conditions.ts';
import { newestSince } from './newest-since.ts';

export interface Wish {
  readonly conditions: Conditions;
  /** Null: only what is indexed from now on. */
  readonly floor: Floor | null;
  readonly timeoutMs: number;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

export type Waited =
  | { readonly kind: 'arrived'; readonly message: MessageSummary }
  | { readonly kind: 'late'; readonly arrived: readonly OtherArrival[] }
  | { readonly kind: 'gone' };

interface Waiter extends Wish {
  /** What came since then, oldest first. */
  others: OtherArrival[];
  readonly settle: (waited: Waited) => void;
  readonly fail: (error: unknown) => void;
}

type Indexed = AppEventOf<'message.indexed'>;

const mostOthers = 50;

/** Those who wait for a message. One listener and one look at each arrival for all of them, and none while nobody waits. */
export class WaitingRoom {
  readonly #announcer: Announcer;
  readonly #archive: Archive;
  readonly #waiters = new Set<Waiter>();
  #arrivals: Indexed[] = [];
  #looking = false;
  #stopListening: (() => void) | undefined;
  #closed = false;

  constructor(announcer: Announcer, archive: Archive) {
    this.#announcer = announcer;
    this.#archive = archive;
  }

  /** How many wait. */
  get size(): number {
    return this.#waiters.size;
  }

  /** @throws RestanteError `search.invalid` for a search that cannot be read, `waiting.closed`. */
  async wait(wish: Wish): Promise<Waited> {
    if (this.#closed) {
      throw new RestanteError('waiting.closed');
    }
    if (wish.signal.aborted) {
      return { kind: 'gone' };
    }
    const { promise, resolve, reject } = Promise.withResolvers<Waited>();
    const waiter: Waiter = { ...wish, others: [], settle: resolve, fail: reject };
    const leave = (): void => resolve({ kind: 'gone' });
    wish.signal.addEventListener('abort', leave, { once: true });
    // Listening begins before the look back: nothing can slip through between them.
    this.#enter(waiter);
    let timer: NodeJS.Timeout | undefined;
    try {
      const past = await this.#lookBack(waiter);
      if (past !== undefined) {
        return { kind: 'arrived', message: past };
      }
      timer = setTimeout(
        () => resolve({ kind: 'late', arrived: waiter.others.toReversed() }),
        wish.timeoutMs,
      );
      return await promise;
    } finally {
      clearTimeout(timer);
      wish.signal.removeEventListener('abort', leave);
      this.#leave(waiter);
    }
  }

  /** Sends everybody away. Idempotent. */
  close(): void {
    this.#closed = true;
    for (const { fail } of this.#waiters) {
      fail(new RestanteError('waiting.closed'));
    }
  }

  #enter(waiter: Waiter): void {
    this.#waiters.add(waiter);
    this.#stopListening ??= this.#announcer.listen((event) => {
      if (event.type === 'message.indexed') {
        this.#arrivals.push(event);
        this.#lookLater();
      }
    });
  }

  #leave(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    if (this.#waiters.size === 0) {
      this.#stopListening?.();
      this.#stopListening = undefined;
      this.#arrivals = [];
    }
  }

  /** The newest message that is there already; the others are noted. */
  async #lookBack(waiter: Waiter): Promise<MessageSummary | undefined> {
    const { conditions, floor } = waiter;
    if (floor === null) {
      // A search that cannot be read is refused now, and not when a message comes.
      await (conditions.q === undefined
        ? undefined
        : this.#archive.list({ q: conditions.q }, { limit: 1, counted: false }));
      return undefined;
    }
    const searched = new Set<string>();
    for await (const messages of newestSince(this.#archive, { q: conditions.q }, floor)) {
      messages.forEach(({ id }) => searched.add(id));
      const indexed = messages.filter(({ index }) => index !== 'pending');
      const recipients = await this.#recipients(indexed, [waiter]);
      const found = indexed.find(
        (message) =>
          missedBy(conditions, { message, recipients: recipients.get(message.id) ?? [], found: true })
            .length === 0,
      );
      if (found !== undefined) {
        return found;
      }
    }
    await this.#noteOthers(waiter, floor, searched);
    return undefined;
  }

  /** What came of all agents, whatever the search says: it is told when nothing comes that was waited for. */
  async #noteOthers(waiter: Waiter, floor: Floor, searched: ReadonlySet<string>): Promise<void> {
    for await (const messages of newestSince(this.#archive, {}, floor)) {
      const indexed = messages.filter(({ index }) => index !== 'pending').slice(0, mostOthers);
      const recipients = await this.#recipients(indexed, [waiter]);
      const known = new Set(waiter.others.map(({ message }) => message.id));
      const past = indexed
        .filter(({ id }) => !known.has(id))
        .map((message) =>
          otherOf(waiter, message, recipients.get(message.id) ?? [], searched.has(message.id)),
        );
      waiter.others = [...past.toReversed(), ...waiter.others].slice(-mostOthers);
      return;
    }
  }

  /** Arrivals of one turn are looked at together, and those that come meanwhile after them. */
  #lookLater(): void {
    if (!this.#looking) {
      this.#looking = true;
      setImmediate(() => void this.#lookAtArrivals());
    }
  }

  async #lookAtArrivals(): Promise<void> {
    try {
      while (this.#arrivals.length > 0) {
        const arrivals = this.#arrivals.splice(0);
        const waiters = [...this.#waiters];
        const messages = arrivals.map(({ message }) => message);
        const recipients = await this.#recipients(messages, waiters);
        const found = await this.#foundBySearch(messages, waiters);
        for (const waiter of waiters) {
          this.#tell(waiter, arrivals, recipients, found.get(waiter.conditions.q ?? '') ?? new Set());
        }
      }
    } catch (error) {
      this.#waiters.forEach(({ fail }) => fail(error));
    } finally {
      this.#looking = false;
    }
  }

  #tell(
    waiter: Waiter,
    arrivals: readonly Indexed[],
    recipients: ReadonlyMap<string, readonly string[]>,
    found: ReadonlySet<string>,
  ): void {
    const others: OtherArrival[] = [];
    for (const { message } of arrivals.filter((arrival) => counts(waiter.floor, arrival))) {
      const other = otherOf(waiter, message, recipients.get(message.id) ?? [], found.has(message.id));
      if (other.missed.length === 0) {
        waiter.settle({ kind: 'arrived', message });
        return;
      }
      others.push(other);
    }
    waiter.others = [...waiter.others, ...others].slice(-mostOthers);
  }

  #recipients(
    messages: readonly MessageSummary[],
    waiters: readonly Waiter[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return waiters.length === 0 || messages.length === 0
      ? Promise.resolve(new Map<string, readonly string[]>())
      : this.#archive.recipients(messages.map(({ id }) => id));
  }

  /** By search, the arrivals that it finds: every search is made once, whoever waits with it. */
  async #foundBySearch(
    arrivals: readonly MessageSummary[],
    waiters: readonly Waiter[],
  ): Promise<Map<string, Set<string>>> {
    const time = Math.min(...arrivals.map(({ receivedAt }) => Date.parse(receivedAt)));
    const found = new Map<string, Set<string>>();
    for (const q of new Set(waiters.flatMap(({ conditions }) => conditions.q ?? []))) {
      const ids = new Set<string>();
      for await (const messages of newestSince(this.#archive, { q }, { time })) {
        messages.forEach(({ id }) => ids.add(id));
      }
      found.set(q, ids);
    }
    return found;
  }
}

/** Whether a message that was indexed just now came late enough. */
function counts(floor: Floor | null, { message: { id, receivedAt }, restored }: Indexed): boolean {
  if (restored) {
    // Nothing new: it came when it came, and was only away for a while.
    return floor !== null && id !== floor.messageId && Date.parse(receivedAt) >= floor.time;
  }
  if (floor?.messageId !== undefined) {
    // Messages are indexed in the order in which they came: whatever the clock did, this one came later.
    return id !== floor.messageId;
  }
  return floor === null || Date.parse(receivedAt) >= floor.time;
}

function otherOf(
  { conditions }: Waiter,
  message: MessageSummary,
  recipients: readonly string[],
  found: boolean,
): OtherArrival {
  const missed = missedBy(conditions, { message, recipients, found });
  return { message, recipients: [...recipients], missed };
}
