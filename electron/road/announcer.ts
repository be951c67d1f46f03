import type { AppEvent } from '#shared/events.ts';

export type AnnouncementListener = (event: AppEvent) => void;

/** Tells every window, stream and waiting client what happened. Listeners are called at once, in order of arrival. */
export class Announcer {
  readonly #listeners = new Set<AnnouncementListener>();

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  announce(event: AppEvent): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }

  /** Answers with the function that ends the listening. */
  listen(listener: AnnouncementListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
