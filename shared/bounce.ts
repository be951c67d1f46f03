import { z } from 'zod';

/**
 * The categories of bounces and the diagnostic text that a receiving server would have given. The three hard ones whose
 * recipients ZeptoMail suppresses are documented (https://www.zoho.com/zeptomail/help/suppression-list.html), and so is
 * the pair "relaying-issues" / "bad-mailbox" of its webhook sample; the other names and all other texts are assumed.
 */
export const bounceCategories = {
  'Domain not found': {
    kind: 'hardbounce',
    diagnostic: '5.1.2 Bad destination system address: the domain does not exist',
    suppresses: true,
  },
  'Mailbox not found': {
    kind: 'hardbounce',
    diagnostic: '550 5.1.1 bad-mailbox: the mailbox does not exist',
    suppresses: true,
  },
  'User not found': {
    kind: 'hardbounce',
    diagnostic: '550 5.1.1 User unknown in virtual mailbox table',
    suppresses: true,
  },
  'Invalid DNS': {
    kind: 'hardbounce',
    diagnostic: '5.4.4 Unable to route: no MX or A record',
    suppresses: false,
  },
  'Relaying issues': { kind: 'hardbounce', diagnostic: '550 5.7.1 relaying-issues', suppresses: false },
  'Policy failure': {
    kind: 'hardbounce',
    diagnostic: '550 5.7.1 Message rejected by the policy of the recipient’s server',
    suppresses: false,
  },
  'Spam detected': {
    kind: 'hardbounce',
    diagnostic: '554 5.7.1 Message rejected as spam by content scanning',
    suppresses: false,
  },
  'Mailbox full': {
    kind: 'softbounce',
    diagnostic: '452 4.2.2 The mailbox is over its quota',
    suppresses: false,
  },
  'Connection issues': {
    kind: 'softbounce',
    diagnostic: '421 4.4.1 Connection timed out',
    suppresses: false,
  },
  'Temporary failure': {
    kind: 'softbounce',
    diagnostic: '451 4.3.0 Requested action aborted, try again later',
    suppresses: false,
  },
} as const satisfies Record<
  string,
  { kind: 'hardbounce' | 'softbounce'; diagnostic: string; suppresses: boolean }
>;

export type BounceCategory = keyof typeof bounceCategories;

const names = Object.keys(bounceCategories) as BounceCategory[];
export const bounceCategorySchema = z.enum(names as [BounceCategory, ...BounceCategory[]]);

/** The categories of one kind of bounce, the likeliest first; none for what is no bounce. */
export function categoriesOf(kind: string): readonly BounceCategory[] {
  const fitting = names.filter((name) => bounceCategories[name].kind === kind);
  return kind === 'hardbounce'
    ? ['Mailbox not found', ...fitting.filter((name) => name !== 'Mailbox not found')]
    : fitting;
}
