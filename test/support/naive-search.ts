import * as fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Parcel } from '../../electron/road/parcel.ts';
import { parcel } from './parcel.ts';

/** A mail as plain values, and what a search may ask of it. */
export interface NaiveMail {
  readonly from: { name: string; address: string };
  readonly to: readonly { name: string; address: string }[];
  readonly cc: readonly { name: string; address: string }[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly mailFrom: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string | null;
  readonly link: string | null;
  readonly attachment: string | null;
  readonly door: 'smtp' | 'smtps' | 'api' | 'apis';
  readonly refused: boolean;
  readonly receivedAt: Date;
}

/** One condition of a search. */
export interface NaiveTerm {
  readonly negated: boolean;
  readonly operator: string;
  readonly value: string;
  readonly quoted: boolean;
}

const word = fc.constantFrom(
  'order',
  'orders',
  'Ordered',
  'shipped',
  'ship',
  'invoice',
  'Café',
  'naïve',
  'x-ray',
  '東京',
  '京都',
  'the',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const address = fc.constantFrom(
  'jane@example.com',
  'jane.doe@shop.example',
  'bob@example.org',
  'joanna@example.com',
  'noreply@shop.example',
);
const mailbox = fc.record({ name: fc.constantFrom('', 'Jane Doe', 'Bob', 'The Shop'), address });
const days = fc.integer({ min: 0, max: 8 });
const day = (number: number): string => `2026-05-0${number + 1}`;

export const naiveMail: fc.Arbitrary<NaiveMail> = fc.record({
  from: mailbox,
  to: fc.array(mailbox, { minLength: 1, maxLength: 2 }),
  cc: fc.array(mailbox, { maxLength: 2 }),
  bcc: fc.array(fc.constantFrom('audit@example.com', 'boss@shop.example'), { maxLength: 1 }),
  replyTo: fc.option(address),
  mailFrom: fc.constantFrom('bounce@example.net', 'jane@example.com'),
  subject: phrase,
  messageId: fc.constantFrom('one@example.com', 'two@shop.example'),
  text: phrase,
  html: fc.option(phrase),
  link: fc.option(fc.constantFrom('https://shop.example/reset?token=order', 'https://example.com/Invoice')),
  attachment: fc.option(fc.constantFrom('invoice.pdf', 'x-ray.png')),
  door: fc.constantFrom('smtp', 'smtps', 'api', 'apis'),
  refused: fc.boolean(),
  receivedAt: days.map((number) => new Date(2026, 4, number + 1, 12)),
});

const value: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '': fc.oneof(word, phrase, fc.constantFrom('or', 'shi', 'jane@example', 'invoice.pdf', 'cafe', '京')),
  from: fc.oneof(address, fc.constantFrom('jane', 'jan', 'Jane Doe', 'shop')),
  to: fc.oneof(address, fc.constantFrom('bob', 'shop')),
  cc: address,
  bcc: fc.constantFrom('audit', 'boss@shop.example', 'jane'),
  'reply-to': address,
  addressed: fc.oneof(address, fc.constantFrom('bounce', 'boss')),
  subject: phrase,
  'message-id': fc.constantFrom('one', 'two@shop.example'),
  attachment: fc.constantFrom('invoice', 'x-ray.png', 'pdf'),
  link: fc.constantFrom('shop.example/reset', 'token=order', 'invoice', 'example.com'),
  verdict: fc.constantFrom('SM_111', 'TM_4001', 'SM', '401'),
  is: fc.constantFrom('read', 'unread', 'pending', 'broken'),
  has: fc.constantFrom('attachment', 'html', 'text', 'link', 'verdict', 'tag', 'note', 'inline'),
  door: fc.constantFrom('smtp', 'smtps', 'api', 'apis'),
  larger: fc.constantFrom('500', '1k'),
  smaller: fc.constantFrom('600', '1k'),
  before: days.map(day),
  after: days.map(day),
};

export const naiveSearch: fc.Arbitrary<NaiveTerm[]> = fc.array(
  fc.constantFrom(...Object.keys(value), '', 'subject').chain((operator) =>
    fc.record({
      negated: fc.boolean(),
      operator: fc.constant(operator),
      value: value[operator] ?? word,
      quoted: fc.boolean(),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The search as a person would type it. */
export function typed(terms: readonly NaiveTerm[]): string {
  return terms
    .map((term) => {
      const text = isQuoted(term) ? `"${term.value}"` : term.value;
      return `${term.negated ? '!' : ''}${term.operator === '' ? '' : `${term.operator}:`}${text}`;
    })
    .join(' ');
}

/** The mail as a door hands it over. */
export async function parcelOf(mail: NaiveMail, agentId: string): Promise<Parcel> {
  const raw = await new MailComposer({
    from: mail.from,
    to: [...mail.to],
    cc: [...mail.cc],
    subject: mail.subject,
    messageId: `<${mail.messageId}>`,
    text: mail.text,
    date: mail.receivedAt,
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    ...(htmlOf(mail) === null ? {} : { html: htmlOf(mail) ?? '' }),
    ...(mail.attachment === null ? {} : { attachments: [{ filename: mail.attachment, content: 'bytes' }] }),
  })
    .compile()
    .build();
  return parcel(raw, {
    agentId,
    door: mail.door,
    receivedAt: mail.receivedAt,
    envelope: { mailFrom: mail.mailFrom, rcptTo: recipientsOf(mail) },
    verdicts: mail.refused
      ? [
          {
            protocol: 'api',
            status: 401,
            code: 'TM_4001',
            subCode: 'SM_111',
            message: 'no',
            explanation: 'no',
          },
        ]
      : [],
  });
}

/** Whether the search finds the mail, by looking at it; `size`: bytes of its raw form. */
export function naivelyFinds(terms: readonly NaiveTerm[], mail: NaiveMail, size: number): boolean {
  const lastWord = terms.findLast(({ operator }) => operator === '');
  return terms.every((term) => {
    const mayGoOn = !isQuoted(term) && (term.operator !== '' || term === lastWord);
    return holds(term, mayGoOn, mail, size) !== term.negated;
  });
}

function holds(term: NaiveTerm, mayGoOn: boolean, mail: NaiveMail, size: number): boolean {
  const fields = fieldsOf(mail);
  const entries = fields[term.operator];
  if (entries !== undefined) {
    return entries.some((entry) => hasPhrase(tokens(entry), tokens(term.value), mayGoOn));
  }
  switch (`${term.operator}:${term.value}`) {
    case 'is:read':
    case 'is:pending':
    case 'is:broken':
    case 'has:tag':
    case 'has:note':
    case 'has:inline':
      return false;
    case 'is:unread':
    case 'has:text':
      return true;
    case 'has:attachment':
      return mail.attachment !== null;
    case 'has:html':
      return htmlOf(mail) !== null;
    case 'has:link':
      return mail.link !== null;
    case 'has:verdict':
      return mail.refused;
    default:
  }
  switch (term.operator) {
    case 'door':
      return mail.door === term.value || mail.door === `${term.value}s`;
    case 'larger':
      return size > (term.value === '1k' ? 1024 : Number(term.value));
    case 'smaller':
      return size < (term.value === '1k' ? 1024 : Number(term.value));
    case 'before':
      return mail.receivedAt < new Date(`${term.value}T00:00`);
    case 'after':
      return mail.receivedAt >= new Date(`${term.value}T00:00`);
    default:
      throw new Error(`No naive meaning of ${term.operator}:${term.value}`);
  }
}

function fieldsOf(mail: NaiveMail): Record<string, string[] | undefined> {
  const written = ({ name, address: mailAddress }: { name: string; address: string }): string =>
    `${name} ${mailAddress}`;
  const addressed = [mail.from, ...mail.to, ...mail.cc].map(written);
  const others = [...mail.bcc, mail.mailFrom, ...(mail.replyTo === null ? [] : [mail.replyTo])];
  const text = mail.html === null && mail.link === null ? [mail.text] : [htmlTextOf(mail), mail.text];
  const named = new Set([...mail.to, ...mail.cc].map((each) => each.address));
  const attachment = mail.attachment === null ? [] : [mail.attachment];
  return {
    '': [...addressed, ...others, mail.subject, mail.messageId, ...text, ...attachment],
    from: [written(mail.from)],
    to: mail.to.map(written),
    cc: mail.cc.map(written),
    bcc: mail.bcc.filter((each) => !named.has(each)),
    'reply-to': mail.replyTo === null ? [] : [mail.replyTo],
    addressed: [...addressed, ...others],
    subject: [mail.subject],
    'message-id': [mail.messageId],
    attachment,
    link: mail.link === null ? [] : [mail.link],
    verdict: mail.refused ? ['401 TM_4001 SM_111'] : [],
  };
}

function htmlOf(mail: NaiveMail): string | null {
  return mail.html === null && mail.link === null
    ? null
    : `<p>${mail.html ?? 'the'}</p>${mail.link === null ? '' : `<p><a href="${mail.link}">here</a></p>`}`;
}

function htmlTextOf(mail: NaiveMail): string {
  return `${mail.html ?? 'the'}${mail.link === null ? '' : ' here'}`;
}

function recipientsOf(mail: NaiveMail): string[] {
  return [
    ...new Set([...mail.to.map((each) => each.address), ...mail.cc.map((each) => each.address), ...mail.bcc]),
  ];
}

function isQuoted({ quoted, value: text }: NaiveTerm): boolean {
  return quoted || text.includes(' ');
}

function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+\p{N}*|\p{N}+/gu) ?? []
  );
}

function hasPhrase(text: readonly string[], wanted: readonly string[], mayGoOn: boolean): boolean {
  return text.some((_, start) =>
    wanted.every((token, position) => {
      const found = text[start + position];
      return mayGoOn && position === wanted.length - 1 && token.length > 1
        ? found?.startsWith(token) === true
        : found === token;
    }),
  );
}
