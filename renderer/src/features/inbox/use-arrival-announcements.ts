import { useEffect, useRef } from 'react';
import { announce } from '../../ui/announce.ts';
import { countWords } from './row-words.ts';

/** New mail is told to screen readers in one sentence for all that came within so long. */
const gatherMs = 1500;

/** Answers with the function to call when mail has come. */
export function useArrivalAnnouncements(): (count: number) => void {
  const gathered = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (count) => {
    gathered.current += count;
    timer.current ??= setTimeout(() => {
      announce(countWords(gathered.current, 'new message'));
      gathered.current = 0;
      timer.current = undefined;
    }, gatherMs);
  };
}
