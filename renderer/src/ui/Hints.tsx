import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A pointer that only passes sees no hints. Milliseconds. */
const restMs = 400;

interface Hint {
  readonly target: HTMLElement;
  readonly words: string;
}

/**
 * Says what the element under the pointer does, if it has `data-hint`. One tooltip serves them all: one for each button took
 * a tenth of the time that scripts take when a message or a list is opened.
 */
export function Hints() {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let target: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => setHint(hintOf(target));
    // E.g. to “Copied”.
    const changes = new MutationObserver(() => setHint((shown) => hintOf(shown?.target ?? null)));
    const turnTo = (next: HTMLElement | null): void => {
      if (next !== target) {
        target = next;
        clearTimeout(timer);
        changes.disconnect();
        setHint(null);
        if (next !== null) {
          changes.observe(next, { attributes: true, attributeFilter: ['data-hint'] });
          timer = setTimeout(show, restMs);
        }
      }
    };
    const over = ({ target: pointed, pointerType }: PointerEvent): void =>
      turnTo(
        pointerType === 'touch' || !(pointed instanceof Element)
          ? null
          : pointed.closest<HTMLElement>('[data-hint]'),
      );
    const leave = (): void => turnTo(null);
    document.addEventListener('pointerover', over);
    document.documentElement.addEventListener('pointerleave', leave);
    return () => {
      leave();
      document.removeEventListener('pointerover', over);
      document.documentElement.removeEventListener('pointerleave', leave);
    };
  }, []);
  return hint && <Tooltip opened target={hint.target} label={hint.words} multiline maw={300} />;
}

function hintOf(target: HTMLElement | null): Hint | null {
  const words = target?.dataset['hint'];
  return target === null || words === undefined ? null : { target, words };
}
