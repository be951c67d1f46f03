import { appEventSchema } from '#shared/events.ts';
import type { AppEvent, AppEventType } from '#shared/events.ts';

export type StreamState = 'connecting' | 'open' | 'lost';
/** `connected`: what happened before was not told here, so ask again for what is shown. */
export type StreamListener = (event: AppEvent | { readonly type: 'connected' }) => void;

const eventTypes: readonly AppEventType[] = appEventSchema.options.map((option) => option.shape.type.value);
const retryMs = 1000;

/** The one subscription to `/api/events` of this page; it comes back by itself after the server went away. */
export class EventStream {
  readonly #listeners = new Set<StreamListener>();
  readonly #stateListeners = new Set<() => void>();
  readonly #url: string;
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #wasOpen = false;
  #state: StreamState = 'connecting';

  constructor(url: string) {
    this.#url = url;
  }

  open(): void {
    const source = new EventSource(this.#url);
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => this.#failed(source));
    for (const type of eventTypes) {
      source.addEventListener(type, (message) => this.#tell(JSON.parse(String(message.data)) as AppEvent));
    }
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }

  /** Answers with the function that ends the listening. */
  readonly listen = (listener: StreamListener): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => {
      this.#stateListeners.delete(listener);
    };
  };

  readonly state = (): StreamState => this.#state;

  #opened(): void {
    this.#become('open');
    this.#wasOpen = true;
    // The first time too: what is shown was asked for before the stream was open.
    this.#tell({ type: 'connected' });
  }

  #failed(source: EventSource): void {
    this.#become(this.#wasOpen ? 'lost' : 'connecting');
    // The browser retries after a lost connection, but gives up after an error answer.
    if (source.readyState === EventSource.CLOSED) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.open(), retryMs);
    }
  }

  #become(state: StreamState): void {
    if (state !== this.#state) {
      this.#state = state;
      for (const listener of this.#stateListeners) {
        listener();
      }
    }
  }

  #tell(event: Parameters<StreamListener>[0]): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}
