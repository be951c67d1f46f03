import { declarationsOf, isHidden } from './hidden.ts';

const mostCss = 64 * 1024;

/** The classes and ids that a style sheet hides everywhere: rules with one simple selector, outside of `@media` and the like. */
export function hiddenSelectors(css: string): ReadonlySet<string> {
  const found = new Set<string>();
  let depth = 0;
  let start = 0;
  let selectors = '';
  const text = css.slice(0, mostCss).replace(/\/\*[^]*?(?:\*\/|$)/g, ' ');
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      selectors = depth === 0 ? text.slice(start, at) : '';
      depth += 1;
      start = at + 1;
    } else if (text[at] === '}') {
      if (depth === 1 && !selectors.includes('@') && isHidden(declarationsOf(text.slice(start, at)))) {
        simpleSelectors(selectors).forEach((selector) => found.add(selector));
      }
      depth = Math.max(0, depth - 1);
      start = at + 1;
    }
  }
  return found;
}

function simpleSelectors(selectors: string): string[] {
  return selectors
    .split(',')
    .map((selector) => selector.slice(-100).trim())
    .map((selector) => /^(?:[a-z]+)?([.#][\w-]+)$/.exec(selector)?.[1] ?? '')
    .filter((selector) => selector !== '');
}
