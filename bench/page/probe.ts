import type { Page } from '@playwright/test';

/** What the bench does and looks at inside the page. */
export interface Probe {
  /** Does something; answers with the milliseconds until a frame with what it led to was painted. */
  readonly measure: (act: () => void, isShown: () => boolean) => Promise<number>;
  /** From the next event of this kind, which somebody else brings about. */
  readonly measureFrom: (event: string, isShown: () => boolean) => Promise<number>;
  /** The same for something that happens elsewhere: answers with the moment, milliseconds since 1970. */
  readonly shownAt: (isShown: () => boolean) => Promise<number>;
  readonly list: () => HTMLElement;
  /** Whether every row in sight is there, and belongs to this search. */
  readonly areRowsShown: (q: string) => boolean;
  /** Whether the number of messages that the view holds is said. */
  readonly isTotalShown: () => boolean;
  /** Whether this message is open and its preview has loaded. */
  readonly isOpen: (subject: string) => boolean;
  readonly type: (text: string) => void;
  readonly subjectAt: (position: number) => string;
  /** What was begun to be measured before it was brought about. */
  begun?: Promise<number>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Puts the probe into every page that is opened from now on. */
export function installProbe(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const rowHeight = 70;
    const patienceMs = 30_000;

    async function untilPainted(isShown: () => boolean): Promise<void> {
      const asked = performance.now();
      do {
        if (performance.now() - asked > patienceMs) {
          throw new Error(`Not shown after ${patienceMs} ms: ${isShown.toString()}`);
        }
        await new Promise(requestAnimationFrame);
      } while (!isShown());
      // What is posted in a frame's callback is delivered when that frame was painted.
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    }

    function list(): HTMLElement {
      const found = document.querySelector<HTMLElement>('section[aria-label="Messages"] [role="listbox"]');
      if (found === null) {
        throw new Error('There is no list');
      }
      return found;
    }

    function subjectOf(row: Element | null): string {
      return row?.querySelector('[class*="subject"]')?.textContent ?? '';
    }

    window.probe = {
      list,
      async measure(act, isShown) {
        const started = performance.now();
        act();
        await untilPainted(isShown);
        return performance.now() - started;
      },
      async measureFrom(event, isShown) {
        await new Promise((resolve) =>
          document.addEventListener(event, resolve, { once: true, capture: true }),
        );
        return window.probe.measure(() => undefined, isShown);
      },
      async shownAt(isShown) {
        await untilPainted(isShown);
        return Date.now();
      },
      areRowsShown(q) {
        const listbox = document.querySelector<HTMLElement>(
          'section[aria-label="Messages"] [role="listbox"]',
        );
        const label = q === '' ? 'Messages' : `Messages found by ${q}`;
        if (listbox?.getAttribute('aria-label') !== label || listbox.ariaBusy === 'true') {
          return false;
        }
        const shown = new Set(
          [...listbox.querySelectorAll('[role="option"]')].map((row) => Number(row.ariaPosInSet)),
        );
        const rows = Math.round((listbox.firstElementChild?.clientHeight ?? 0) / rowHeight);
        const first = Math.floor(listbox.scrollTop / rowHeight);
        const last = Math.min(rows, Math.ceil((listbox.scrollTop + listbox.clientHeight) / rowHeight));
        return (
          rows > 0 &&
          Array.from({ length: last - first }, (_, at) => first + at + 1).every((at) => shown.has(at))
        );
      },
      isTotalShown() {
        return /\d/.test(document.getElementById('message-count')?.textContent ?? '');
      },
      isOpen(subject) {
        const article = document.querySelector('article');
        const stage = article?.querySelector('[class*="stage"]');
        const frame = stage?.querySelector('iframe[title="The message as HTML"]');
        if (article?.ariaLabel !== subject) {
          return false;
        }
        // A mail without HTML is shown as text, the stage hidden if there is one.
        return stage?.checkVisibility() === true
          ? frame?.ariaBusy === 'false'
          : article.querySelector('[role="tabpanel"] *') !== null;
      },
      type(text) {
        const box = document.querySelector<HTMLInputElement>('input[aria-label="Search messages"]');
        if (box === null) {
          throw new Error('There is no search box');
        }
        // React listens for the event, and to the setter of the element itself to know what it knew.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      },
      subjectAt(position) {
        return subjectOf(list().querySelector(`[aria-posinset="${position}"]`));
      },
    };
  });
}
