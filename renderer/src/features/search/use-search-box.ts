import { useEffect, useMemo, useRef, useState } from 'react';
import { readSearch } from '#shared/search/read-search.ts';
import type { SearchProblem } from '#shared/search/search.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { go, usePlace } from '../../routing/use-place.ts';
import { useAgents } from '../agents/use-agents.ts';

/**
 * What is typed after a rest of so long is asked for at once, what follows quickly when the typing rests: keys that are
 * held down repeat within less. One letter alone finds little and is seldom meant.
 */
const typingMs = 60;
const firstLetterMs = 160;
/** What is wrong in the word that is being typed is said after so long: it may yet become right. */
const patienceMs = 2000;

export interface SearchBoxState {
  readonly text: string;
  readonly setText: (text: string, caret: number) => void;
  readonly isWaiting: boolean;
  /** What cannot be read, once it is time to say so. */
  readonly problem: SearchProblem | undefined;
}

/** The text of the box runs ahead of the address, which follows when the typing rests and the search can be read. */
export function useSearchBox(view: MessageView): SearchBoxState {
  const place = usePlace();
  const agents = useAgents();
  const [text, setBoxText] = useState(view.q);
  const [known, setKnown] = useState(view.q);
  /** Where the person is typing at the moment; null when nobody is. */
  const [typingAt, setTypingAt] = useState<number | null>(null);
  const searching = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastTypedAt = useRef(-Infinity);
  useEffect(
    () => () => {
      clearTimeout(searching.current);
      clearTimeout(resting.current);
    },
    [],
  );
  if (known !== view.q) {
    setKnown(view.q);
    setBoxText(text.trim() === view.q ? text : view.q);
  }
  const problem = useMemo(() => problemOf(text, agents), [text, agents]);

  function setText(next: string, caret: number): void {
    setBoxText(next);
    setTypingAt(caret);
    clearTimeout(searching.current);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => setTypingAt(null), patienceMs);
    const search = () => {
      if (place.page === 'inbox' && next.trim() !== view.q && problemOf(next, agents) === undefined) {
        go(place, { q: next.trim(), replace: view.q !== '' });
      }
    };
    const now = performance.now();
    const hasRested = now - lastTypedAt.current > typingMs;
    // In an emptied box something new begins.
    lastTypedAt.current = next === '' ? -Infinity : now;
    const isOneLetter = next.trim().length === 1;
    if (next === '' || (hasRested && !isOneLetter)) {
      search();
    } else {
      searching.current = setTimeout(search, isOneLetter ? firstLetterMs : typingMs);
    }
  }

  const isBeingTyped =
    problem !== undefined && typingAt !== null && problem.start <= typingAt && typingAt <= problem.end;
  return {
    text,
    setText,
    isWaiting: problem === undefined && text.trim() !== view.q,
    problem: isBeingTyped ? undefined : problem,
  };
}

/** Agents that are not known yet are no reason to find fault with a name. */
function problemOf(text: string, agents: ReturnType<typeof useAgents>): SearchProblem | undefined {
  return readSearch(text, { now: new Date(), agents: agents ?? [] }).problems.find(
    ({ code }) => agents !== undefined || code !== 'agent-unknown',
  );
}
