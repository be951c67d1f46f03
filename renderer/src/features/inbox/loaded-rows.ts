import type { MessageSummary } from '#shared/message.ts';
import { mostRows, newestRows } from './ask-for-messages.ts';
import { loadedCount, pagesOf, positionOf, rowAt, within, withPage } from './message-pages.ts';
import type { MessagePages, Range } from './message-pages.ts';
import { missingAround } from './missing-rows.ts';
import type { ViewData } from './view-data.ts';

/** When more rows than this are loaded, those far from the rows in sight are dropped. */
const mostLoaded = 1000;
/** So many rows above and below those in sight are kept then, and so many around pinned ones. */
const keptAround = 300;
const keptAroundPinned = 50;

/** Which rows of a view are loaded: those in sight and near them, and what is asked for by its place. */
export class LoadedRows {
  readonly #data: ViewData;
  readonly #pinned: () => readonly (string | null)[];
  #inSight: Range = { first: 0, last: 0 };
  #isLoading = false;

  /** `pinned`: messages whose rows stay loaded wherever the list is scrolled to. */
  constructor(data: ViewData, pinned: () => readonly (string | null)[]) {
    this.#data = data;
    this.#pinned = pinned;
  }

  /** The newest page, and of what was loaded the rows in sight and the pinned ones. */
  async load(signal: AbortSignal): Promise<MessagePages> {
    const { now } = this.#data;
    let pages = pagesOf(await this.#data.ask({ limit: newestRows, signal }));
    for (const range of now === undefined ? [] : this.#kept(now, 0)) {
      const missing = missingAround(pages, range);
      if (missing !== null && range.first < pages.length) {
        pages = withPage(pages, missing.offset, await this.#data.ask({ ...missing, signal }));
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

  dropFar(): void {
    const { now } = this.#data;
    if (now !== undefined && loadedCount(now) > mostLoaded) {
      this.#data.change((loaded) =>
        within(loaded, [{ first: 0, last: newestRows }, ...this.#kept(loaded, keptAround)]),
      );
    }
  }

  /** The message at a position, loaded if need be; undefined when the view was left meanwhile, or has no such row. */
  async messageAt(position: number): Promise<MessageSummary | undefined> {
    if (rowAt(this.#data.now, position) === undefined) {
      const offset = Math.max(0, position + 1 - newestRows);
      const page = await this.#data.ask({ offset, limit: newestRows });
      this.#data.change((data) => withPage(data, offset, page));
    }
    return this.#data.isLeft ? undefined : rowAt(this.#data.now, position);
  }

  /** The ids of all messages in a range, loaded or not; null when the view was left meanwhile. */
  async idsIn({ first, last }: Range): Promise<string[] | null> {
    const ids: string[] = [];
    for (let offset = first; offset <= last && !this.#data.isLeft; offset += mostRows) {
      const limit = Math.min(mostRows, last + 1 - offset);
      const { messages } = await this.#data.ask({ offset, limit });
      ids.push(...messages.map(({ id }) => id));
    }
    return this.#data.isLeft ? null : ids;
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
        const page = await this.#data.ask(missing);
        this.#data.change((data) => withPage(data, offset, page));
        this.dropFar();
      }
    } catch (error) {
      console.warn('The messages in sight could not be asked for.', error);
    } finally {
      this.#isLoading = false;
    }
  }

  /** Null also while all of the view is fetched, which brings the rows in sight. */
  #missing(): ReturnType<typeof missingAround> {
    const { now, isLeft, isFetching } = this.#data;
    return now === undefined || isLeft || isFetching ? null : missingAround(now, this.#inSight);
  }

  /** What stays loaded: the rows in sight with so many around them, and those about the pinned messages. */
  #kept(data: MessagePages, around: number): Range[] {
    const { first, last } = this.#inSight;
    const pinned = this.#pinned()
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
