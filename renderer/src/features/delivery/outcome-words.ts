import type { Outcome, RecipientOutcomes } from '#shared/outcome.ts';

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
export function outcomeTitle({ kind, category, link }: Outcome): string {
  if (category !== null) {
    return `${kindWords[kind]}: ${category}`;
  }
  return link === null ? kindWords[kind] : `${kindWords[kind]} ${link}`;
}

/** Where it came from, and what is known beside. */
export function outcomeFacts({ origin, diagnostic, userAgent }: Outcome): string {
  return [originWords[origin], diagnostic, userAgent].filter((fact) => fact !== null).join(' · ');
}

/** How a recipient stands, in a word or two. */
export function standing({ isDelivered, outcomes }: RecipientOutcomes): string {
  if (isDelivered) {
    return kindWords.delivered;
  }
  return outcomes.some(({ kind }) => kind === 'hardbounce') ? kindWords.hardbounce : kindWords.softbounce;
}
