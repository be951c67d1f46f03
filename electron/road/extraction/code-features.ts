import type { CodeFacts } from './code-facts.ts';

/** What the mail as a whole says. */
export interface MailFacts {
  readonly intents: number;
  readonly subjectNames: 'code' | 'bare' | undefined;
  readonly offersDiscount: boolean;
}

interface Feature {
  readonly what: string;
  readonly points: number;
  readonly holds: (facts: CodeFacts, mail: MailFacts) => boolean;
}

const currency = '[$€£¥₹₽₺₩₪฿]|zł|kr|chf|usd|eur|gbp|inr|jpy|rs\\.?|r\\$|tl|aed|sar|原|元|円|원';
const currencyLeft = new RegExp(`(?:${currency}) ?$`, 'i');
const currencyRight = new RegExp(`^(?:[.,]\\d\\d?)? ?(?:${currency})(?![\\p{L}])`, 'iu');

/** “is” of the languages that put it between the name and the number, as in “your code is 1234”. */
const saidToBe = /(?:^|[^\p{L}])(?:is|ist|lautet|est|es|é|è|jest|to)[ :]*$/iu;

const longerLeft = /\d[.:/'’-]$|\/$/;
const longerRight = /^[.:/'’-]\d|^\//;

/** How well a name stands for the number: the first that holds counts. */
export const namings: readonly Feature[] = [
  { what: 'a code’s name right before', points: 8, holds: ({ before }) => before.code <= 20 },
  {
    what: 'a code’s name behind, as in “123456 is your login code”',
    points: 7.5,
    holds: ({ after }) => after.code <= 45,
  },
  { what: 'a code’s name earlier in the sentence', points: 6.5, holds: ({ before }) => before.code <= 80 },
  {
    what: 'alone below a line with a code’s name',
    points: 7,
    holds: ({ ownLine, codeAbove }) => ownLine && codeAbove,
  },
  {
    what: 'at the start of a line, a code’s name at the end of the one above',
    points: 7,
    holds: ({ candidate, above }) => candidate.start <= 1 && above.name === 'code' && above.distance <= 4,
  },
  { what: '“code” right before', points: 5.5, holds: ({ before }) => before.bare <= 20 },
  {
    what: 'at the start of a line, “code” at the end of the one above',
    points: 5.5,
    holds: ({ candidate, above }) => candidate.start <= 1 && above.name === 'bare' && above.distance <= 20,
  },
  { what: '“code” right behind', points: 5.5, holds: ({ after }) => after.bare <= 3 },
  { what: '“code” behind', points: 4, holds: ({ after }) => after.bare <= 30 },
  {
    what: 'alone below a line with “code”',
    points: 5.5,
    holds: ({ ownLine, above }) => ownLine && above.name === 'bare',
  },
  {
    what: 'alone, a code’s name some lines above',
    points: 5,
    holds: ({ ownLine, codeHigher }) => ownLine && codeHigher,
  },
  {
    what: 'alone above a line with a code’s name',
    points: 5,
    holds: ({ ownLine, codeBelow }) => ownLine && codeBelow,
  },
  {
    what: 'a code’s name far off in the line',
    points: 3.5,
    holds: ({ before, after }) => Math.min(before.code, after.code) <= 160,
  },
  { what: 'a code’s name in the line above', points: 3.5, holds: ({ codeAbove }) => codeAbove },
  { what: '“code” earlier in the sentence', points: 3, holds: ({ before }) => before.bare <= 50 },
  {
    what: 'alone below a line that speaks of entering or verifying',
    points: 3,
    holds: ({ ownLine, intentHere }) => ownLine && intentHere,
  },
];

/** What speaks for and against a candidate beside its name. All that hold count. */
export const features: readonly Feature[] = [
  { what: 'alone in its line', points: 2, holds: ({ ownLine }) => ownLine },
  { what: 'stands out', points: 1.5, holds: ({ standsOut }) => standsOut },
  { what: 'six digits', points: 1.5, holds: ({ candidate }) => isDigits(candidate.typed, 6, 6) },
  {
    what: 'four, five, seven or eight digits',
    points: 0.5,
    holds: ({ candidate }) => isDigits(candidate.typed, 4, 8) && candidate.typed.length !== 6,
  },
  {
    what: 'more digits than one likes to type',
    points: -2.5,
    holds: ({ candidate }) => isDigits(candidate.typed, 9, 12) && !candidate.grouped,
  },
  {
    what: 'many digits, but in groups',
    points: -1,
    holds: ({ candidate }) => isDigits(candidate.typed, 9, 12) && candidate.grouped,
  },
  { what: 'capitals and digits', points: 0.5, holds: ({ candidate }) => candidate.shape === 'mixed' },
  {
    what: 'small letters and digits',
    points: -0.5,
    holds: ({ candidate }) => candidate.shape === 'lower-mixed',
  },
  {
    what: 'a word among others in capitals',
    points: -8,
    holds: ({ candidate, left, right }) =>
      candidate.shape === 'letters' && (/\p{Lu}{2} $/u.test(left) || /^ \p{Lu}{2}/u.test(right)),
  },
  {
    what: 'letters only, in groups',
    points: -1,
    holds: ({ candidate }) => candidate.shape === 'letters' && candidate.grouped,
  },
  {
    what: 'letters only',
    points: -2,
    holds: ({ candidate }) => candidate.shape === 'letters' && !candidate.grouped,
  },
  { what: 'written in groups', points: 0.5, holds: ({ candidate }) => candidate.grouped },
  { what: 'in the subject', points: 0.5, holds: ({ inSubject }) => inSubject },
  { what: 'the subject names a code', points: 2, holds: (_, { subjectNames }) => subjectNames === 'code' },
  { what: 'the subject says “code”', points: 1, holds: (_, { subjectNames }) => subjectNames === 'bare' },
  { what: 'speaks of entering or verifying right here', points: 1, holds: ({ intentHere }) => intentHere },
  { what: 'speaks of signing in or verifying', points: 1, holds: (_, { intents }) => intents >= 1 },
  { what: 'speaks of it again', points: 1, holds: (_, { intents }) => intents >= 3 },
  {
    what: 'digits that “code” is said to be',
    points: 2,
    holds: ({ candidate, left, before }) =>
      candidate.shape === 'digits' && before.bare <= 12 && saidToBe.test(left),
  },
  { what: 'a colon right before', points: 1, holds: ({ left }) => /: ?$/.test(left) },
  {
    what: 'letters in a mail that offers a discount',
    points: -5,
    holds: ({ candidate, before, after }, { offersDiscount }) =>
      offersDiscount && candidate.shape !== 'digits' && Math.min(before.code, after.code) > 40,
  },
  { what: 'one of a list', points: -6, holds: ({ inList }) => inList },
  {
    what: 'another number’s name right before',
    points: -7,
    holds: ({ before }) => before.other <= 4 && before.other < Math.min(before.code, before.bare),
  },
  {
    what: 'another number’s name a little before',
    points: -3.5,
    holds: ({ before }) =>
      before.other > 4 &&
      before.other <= 25 &&
      before.other < Math.min(before.code, before.bare) &&
      before.code > 80,
  },
  {
    what: 'another number’s name behind',
    points: -3.5,
    holds: ({ after, before }) =>
      after.other <= 20 &&
      after.other < Math.min(after.code, after.bare) &&
      before.code > 40 &&
      before.bare > 20,
  },
  {
    what: 'alone below another number’s name',
    points: -7,
    holds: ({ ownLine, above, before, intentHere }) =>
      ownLine && above.name === 'other' && above.distance <= 8 && before.code > 20 && !intentHere,
  },
  { what: 'a year', points: -4, holds: ({ candidate }) => /^(?:19|20)\d\d$/.test(candidate.written) },
  {
    what: 'an amount of money',
    points: -12,
    holds: ({ left, right }) => currencyLeft.test(left) || currencyRight.test(right),
  },
  { what: 'a unit behind', points: -12, holds: ({ unitBehind }) => unitBehind },
  {
    what: 'a part of a longer number, a date or a time',
    points: -12,
    holds: ({ candidate, left, right }) =>
      longerLeft.test(left) ||
      longerRight.test(right) ||
      (candidate.shape === 'digits' &&
        (/\d[ ,)]$/.test(left) || /^(?: |,(?=\d{1,3}(?![\d\p{L}]))|\()\d/u.test(right))),
  },
  { what: 'a telephone number', points: -12, holds: ({ left }) => /\+\d{0,3}[ (-]{0,2}$/.test(left) },
  {
    what: 'the end of a card or account',
    points: -12,
    holds: ({ left }) => /(?:[*•·.…xX#∗＊]{2,}|[*•…]) ?-?$/.test(left),
  },
  { what: 'a hash before', points: -6, holds: ({ left }) => /[#№] ?$|\bno\.? ?$|\bnr\.? ?$/i.test(left) },
  { what: 'a percentage or degree', points: -12, holds: ({ right }) => /^ ?[%°‰]/.test(right) },
  { what: 'a copyright', points: -12, holds: ({ left }) => /(?:©|\(c\)) ?$/i.test(left) },
  {
    what: 'within a name or path',
    points: -8,
    holds: ({ left, right }) =>
      /[_@=&/\\]$/.test(left) ||
      /^[_@=&\\]/.test(right) ||
      /[A-Za-z0-9]-$/.test(left) ||
      /^-[A-Za-z0-9]/.test(right),
  },
];

/** A candidate with fewer points is no code. */
export const enough = 8;

function isDigits(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most && /^\d+$/.test(text);
}
