import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { askForPage } from './ask-for-messages.ts';
import type { PageOptions } from './ask-for-messages.ts';
import { pagesOf } from './message-pages.ts';
import type { MessagePage, MessagePages } from './message-pages.ts';

/** What the page holds of one view, until the view is left: nothing is changed any more then. */
export class ViewData {
  readonly view: MessageView;
  readonly #client: QueryClient;
  #isLeft = false;
  /** For each page that is asked for, what was deleted since. */
  readonly #gone = new Set<Set<string>>();

  constructor(client: QueryClient, view: MessageView) {
    this.#client = client;
    this.view = view;
  }

  get now(): MessagePages | undefined {
    return this.#client.getQueryData<MessagePages>(this.#key);
  }

  /** Whether all of the view is asked for anew, which will take the place of what is held. */
  get isFetching(): boolean {
    return this.#client.getQueryState(this.#key)?.fetchStatus === 'fetching';
  }

  get isLeft(): boolean {
    return this.#isLeft;
  }

  leave(): void {
    this.#isLeft = true;
  }

  /** Asks for a part of the view. What is deleted before the answer comes is left out: the server may not have known. */
  async ask(options: PageOptions): Promise<MessagePage> {
    const gone = new Set<string>();
    this.#gone.add(gone);
    try {
      const page = await askForPage(this.view, options);
      const messages = page.messages.filter(({ id }) => !gone.has(id));
      const passed = page.messages.length - messages.length;
      return { ...page, messages, total: page.total === null ? null : page.total - passed };
    } finally {
      this.#gone.delete(gone);
    }
  }

  /** Says that messages are deleted. */
  forget(ids: ReadonlySet<string>): void {
    for (const gone of this.#gone) {
      ids.forEach((id) => gone.add(id));
    }
  }

  change(change: (data: MessagePages) => MessagePages): void {
    if (!this.#isLeft) {
      this.#client.setQueryData<MessagePages>(this.#key, (data) => data && change(data));
    }
  }

  /** Drops what is held for the newest page. */
  replace(newest: MessagePage): void {
    if (!this.#isLeft) {
      this.#client.setQueryData<MessagePages>(this.#key, pagesOf(newest));
    }
  }

  /** Has all of the view asked for anew. */
  reload(): void {
    void this.#client.invalidateQueries({ queryKey: this.#key, exact: true });
  }

  get #key() {
    return queryKeys.messages(this.view);
  }
}
