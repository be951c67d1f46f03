import type { Outcome } from '#shared/outcome.ts';
import type { Standing } from '#shared/standing.ts';

export const kindWords: Readonly<Record<Outcome['kind'], string>> = {
  delivered: 'Delivered',
  softbounce: 'Soft bounce',
  hardbounce: 'Hard bounce',
  open: 'Opened',
  click: 'Clicked',
  complaint: 'Complaint',
};

const originWords: Readonly<Record<Outcome['origin'], string>> = {
  person: 'by hand',
  rule: 'by a rule',
  'magic address': 'by its address',
  tracking: 'tracked',
  preview: 'in the preview',
  default: 'by itself',
};

/** `Hard bounce: User not found`, `Clicked https://example.com/` */
export function outcomeTitle({
  kind,
  category,
  link = null,
}: Pick<Outcome, 'kind' | 'category'> & Partial<Pick<Outcome, 'link'>>): string {
  if (category !== null) {
    return `${kindWords[kind]}: ${category}`;
  }
  return link === null ? kindWords[kind] : `${kindWords[kind]} ${link}`;
}

/** Where it came from, and what is known beside. */
export function outcomeFacts({ origin, diagnostic, userAgent }: Outcome): string {
  return [originWords[origin], diagnostic, userAgent].filter((fact) => fact !== null).join(' · ');
}

/** How a recipient stands, in the console's words. */
export const standingWords: Readonly<Record<Standing, string>> = {
  processed: 'Processed',
  delivered: kindWords.delivered,
  softbounce: kindWords.softbounce,
  hardbounce: kindWords.hardbounce,
  failed: 'Process failed',
};

/** The time of what happens today, else the day. */
export function timeWords(at: string, now = new Date()): string {
  const time = new Date(at);
  return time.toDateString() === now.toDateString()
    ? time.toLocaleTimeString(undefined, { timeStyle: 'medium' })
    : time.toLocaleDateString(undefined, { dateStyle: 'medium' });
}
