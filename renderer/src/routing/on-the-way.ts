import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** What wouter and the browser tell when the address changes. */
const changes = ['pushState', 'replaceState', 'popstate'] as const;

/** Calls `listener` with each place that somebody goes to and its search, before the page is drawn for it. */
export function listenToPlaces(listener: (place: Place, q: string) => void): () => void {
  const tell = (): void => {
    listener(placeOf(location.pathname), new URLSearchParams(location.search).get('q') ?? '');
  };
  changes.forEach((change) => addEventListener(change, tell));
  return () => changes.forEach((change) => removeEventListener(change, tell));
}
