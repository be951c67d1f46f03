import { useDeferredValue, useMemo, useState } from 'react';
import { findInText } from './find-in-text.ts';
import type { Finds } from './find-in-text.ts';

export interface Find {
  readonly words: string;
  readonly finds: Finds;
  /** Which of the finds is shown, from 0. */
  readonly current: number;
  /** Where it stands in the text; null when nothing was found. */
  readonly position: number | null;
  readonly setWords: (words: string) => void;
  /** Goes to the next find, or (-1) to the one before; from the last to the first. */
  readonly step: (by: 1 | -1) => void;
}

/** Looks for words in a text, without holding up the typing. */
export function useFind(text: string): Find {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const sought = useDeferredValue(words);
  const finds = useMemo(() => findInText(text, sought), [text, sought]);
  const count = finds.starts.length;
  const current = Math.min(chosen, Math.max(0, count - 1));
  return {
    words,
    finds,
    current,
    position: finds.starts[current] ?? null,
    setWords: (next) => {
      setWords(next);
      setChosen(0);
    },
    step: (by) => setChosen(count === 0 ? 0 : (current + by + count) % count),
  };
}
