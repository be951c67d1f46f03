import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** What the address bar says. */
export interface Address {
  readonly path: string;
  /** The same object as long as the path is the same. */
  readonly place: Place;
  /** `?q=`, empty for none. */
  readonly q: string;
  /** `?code=`, empty for none. */
  readonly code: string;
}

/** Asks for what an address shows; answers with what is worth waiting for. */
type Ask = (address: Address, shown: Place) => Promise<unknown> | undefined;

/** What comes within so long is waited for: to draw that it loads would only flash up, and cost as much again. */
const comesMs = 30;
/** What wouter and the browser tell when the address changes. */
const changes = ['pushState', 'replaceState', 'popstate', 'hashchange'] as const;

let shown = read();
/** Null once it is shown. */
let goingTo: Address | null = null;
const listeners = new Set<() => void>();
const asks = new Set<Ask>();

/** The address that the page shows: the bar's, or for a moment still the one before. */
export function shownAddress(): Address {
  return shown;
}

export function onShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back once the place that somebody goes to is shown: at once when it is. */
export function onceShown(callback: () => void): void {
  if (goingTo === null) {
    callback();
    return;
  }
  const stop = onShown(() => {
    stop();
    callback();
  });
}

/** Has `ask` called with each address that somebody goes to, before the page is drawn for it. */
export function askOnTheWay(ask: Ask): () => void {
  asks.add(ask);
  return () => asks.delete(ask);
}

function read(before?: Address): Address {
  const path = location.pathname;
  const params = new URLSearchParams(location.search);
  return {
    path,
    place: before?.path === path ? before.place : placeOf(path),
    q: params.get('q') ?? '',
    code: params.get('code') ?? '',
  };
}

function follow(): void {
  const address = read(shown);
  goingTo = address;
  const arrive = (): void => {
    if (goingTo === address) {
      goingTo = null;
      shown = address;
      listeners.forEach((listener) => listener());
    }
  };
  const awaited = [...asks].flatMap((ask) => ask(address, shown.place) ?? []);
  if (awaited.length === 0) {
    arrive();
    return;
  }
  const timer = setTimeout(arrive, comesMs);
  void Promise.allSettled(awaited).then(() => {
    clearTimeout(timer);
    arrive();
  });
}

changes.forEach((change) => addEventListener(change, follow));
