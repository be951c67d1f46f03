import { useState } from 'react';

interface ReadyFrames {
  /** The addresses of the frames that are to be there, always in the same order: a frame that moves loads anew. */
  readonly addresses: readonly string[];
  readonly isLoaded: boolean;
  readonly loaded: (address: string) => void;
}

/** Which frames are there: that which is shown, and those that may be shown next, which begin to load after it. */
export function useReadyFrames(shown: string, next: readonly string[]): ReadyFrames {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const isLoaded = done.has(shown);
  const kept = new Set([shown, ...next.filter((address) => isLoaded || done.has(address))]);
  return {
    addresses: [...kept].toSorted(),
    isLoaded,
    loaded: (address) =>
      setDone((before) => new Set([...before].filter((one) => kept.has(one))).add(address)),
  };
}
