import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { pathOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

/** Where the person is. */
export function usePlace(): Place {
  const [path] = useLocation();
  return useMemo(() => placeOf(path), [path]);
}

/** The search in the address (`?q=`), empty for none. */
export function useSearchText(): string {
  const [params] = useSearchParams();
  return params.get('q') ?? '';
}

/** The error code that the address names (`?code=`), empty for none. */
export function useCodeInAddress(): string {
  const [params] = useSearchParams();
  return params.get('code') ?? '';
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
