import type { OutcomeRule } from '#shared/outcome-rule.ts';
import { kindWords } from './outcome-words.ts';

/** What a rule plays and when: `Soft bounce: Mailbox full, after 30 s`. */
export function ruleWords({ kind, category, delaySeconds }: OutcomeRule): string {
  const what = category === null ? kindWords[kind] : `${kindWords[kind]}: ${category}`;
  return `${what}, ${delaySeconds === 0 ? 'at once' : `after ${delayWords(delaySeconds)}`}`;
}

function delayWords(seconds: number): string {
  const parts = [
    { n: Math.floor(seconds / 3600), unit: 'h' },
    { n: Math.floor((seconds % 3600) / 60), unit: 'min' },
    { n: seconds % 60, unit: 's' },
  ];
  return parts.flatMap(({ n, unit }) => (n === 0 ? [] : [`${n} ${unit}`])).join(' ');
}
