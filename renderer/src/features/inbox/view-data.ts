import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { pagesOf } from './message-pages.ts';
import type { MessagePage, MessagePages } from './message-pages.ts';

/** What the page holds of one view, until the view is left: nothing is changed any more then. */
export class ViewData {
  readonly view: MessageView;
  readonly #client: QueryClient;
  #isLeft = false;

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
