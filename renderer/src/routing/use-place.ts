import { useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { pathOf } from './place.ts';
import type { Place } from './place.ts';
import { onShown, shownAddress } from './shown-place.ts';

/** Where the person is. */
export function usePlace(): Place {
  return useSyncExternalStore(onShown, () => shownAddress().place);
}

/** The search in the address (`?q=`), empty for none. */
export function useSearchText(): string {
  return useSyncExternalStore(onShown, () => shownAddress().q);
}

/** The error code that the address names (`?code=`), empty for none. */
export function useCodeInAddress(): string {
  return useSyncExternalStore(onShown, () => shownAddress().code);
}

interface GoOptions {
  /** Take the place of the current history entry. */
  readonly replace?: boolean;
  /** The search to go on with; left out, none. */
  readonly q?: string;
}

/** Goes to a place. */
export function go(place: Place, { replace = false, q = '' }: GoOptions = {}): void {
  const search = q === '' ? '' : `?${new URLSearchParams({ q })}`;
  navigate(`${pathOf(place)}${search}`, { replace });
}
