import { outcomeKinds } from '../outcome.ts';
import { doors, features, states } from './search.ts';
import type { DoorValue, Feature, OutcomeValue, State, WordField } from './search.ts';

/** A value that an operator takes, and what it means. */
export interface OperatorValue {
  readonly value: string;
  readonly meaning: string;
  readonly aliases?: readonly string[];
}

/** What stands behind the colon. */
export type OperatorKind =
  | { readonly kind: 'words'; readonly field: WordField }
  | { readonly kind: 'choice'; readonly of: 'state' | 'feature' | 'door' | 'outcome' }
  | { readonly kind: 'size'; readonly comparison: 'larger' | 'smaller' }
  | { readonly kind: 'time'; readonly comparison: 'before' | 'after' }
  | { readonly kind: 'tag' | 'note' | 'code' | 'agent' };

export interface Operator {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
  readonly takes: OperatorKind;
}

function words(field: WordField, meaning: string, example: string): Operator {
  return { name: field, meaning, example, takes: { kind: 'words', field } };
}

/** Every operator of the search language, in the order in which it is explained. */
export const operators: readonly Operator[] = [
  words('from', 'Sender: name or address', 'from:shop@example.com'),
  words('to', 'Recipient in To: name or address', 'to:jane'),
  words('cc', 'Recipient in Cc', 'cc:team@example.com'),
  words('bcc', 'Recipient in Bcc, or of the envelope alone', 'bcc:audit'),
  words('reply-to', 'Address that answers go to', 'reply-to:support'),
  words('addressed', 'Anybody that the message names, as sender or recipient', 'addressed:jane@example.com'),
  words('subject', 'Words of the subject', 'subject:"your order"'),
  words('message-id', 'Message-ID', 'message-id:4711@example.com'),
  words('attachment', 'Name of an attachment or of an inline part', 'attachment:invoice.pdf'),
  words('link', 'Words of the address of a link', 'link:example.com/reset'),
  words('verdict', 'Code of what production would have answered', 'verdict:SM_111'),
  { name: 'code', meaning: 'The one-time code', example: 'code:482913', takes: { kind: 'code' } },
  { name: 'tag', meaning: 'A tag', example: 'tag:checkout', takes: { kind: 'tag' } },
  { name: 'note', meaning: 'Words of the note', example: 'note:"ask Ada"', takes: { kind: 'note' } },
  {
    name: 'is',
    meaning: 'How it stands: read, starred, …',
    example: 'is:unread',
    takes: { kind: 'choice', of: 'state' },
  },
  {
    name: 'has',
    meaning: 'What there is in it or about it',
    example: 'has:attachment',
    takes: { kind: 'choice', of: 'feature' },
  },
  {
    name: 'larger',
    meaning: 'More bytes than this',
    example: 'larger:2mb',
    takes: { kind: 'size', comparison: 'larger' },
  },
  {
    name: 'smaller',
    meaning: 'Fewer bytes than this',
    example: 'smaller:10k',
    takes: { kind: 'size', comparison: 'smaller' },
  },
  {
    name: 'before',
    meaning: 'Received before this day or time',
    example: 'before:2026-05-01',
    takes: { kind: 'time', comparison: 'before' },
  },
  {
    name: 'after',
    meaning: 'Received since the beginning of this day, or since this time',
    example: 'after:-7d',
    takes: { kind: 'time', comparison: 'after' },
  },
  {
    name: 'door',
    meaning: 'The way that it came in',
    example: 'door:api',
    takes: { kind: 'choice', of: 'door' },
  },
  { name: 'agent', meaning: 'The Mail Agent that holds it', example: 'agent:Shop', takes: { kind: 'agent' } },
  {
    name: 'outcome',
    meaning: 'What was played to a recipient',
    example: 'outcome:hardbounce',
    takes: { kind: 'choice', of: 'outcome' },
  },
];

const stateMeanings: Readonly<Record<State, string>> = {
  read: 'opened or marked as read',
  unread: 'not yet read',
  starred: 'with a star',
  tagged: 'with a tag',
  pending: 'not yet indexed',
  broken: 'whose MIME could not be read whole',
};

const featureMeanings: Readonly<Record<Feature, string>> = {
  attachment: 'a file is attached',
  inline: 'a picture or other part is shown inside the text',
  html: 'an HTML part',
  text: 'a plain text part',
  code: 'a one-time code',
  link: 'a link',
  tag: 'a tag',
  note: 'a note of yours',
  verdict: 'production would have refused it',
  outcome: 'something was played to a recipient',
};

const doorMeanings: Readonly<Record<DoorValue, string>> = {
  smtp: 'SMTP, either port',
  smtps: 'SMTP over implicit TLS',
  api: 'the API, either port',
  apis: 'the API over HTTPS',
};

const outcomeMeanings: Readonly<Record<OutcomeValue, string>> = {
  delivered: 'nothing bounced or is still to, and it was processed; or a delivery was played',
  bounce: 'bounced, softly or hard',
  softbounce: 'bounced softly',
  hardbounce: 'bounced hard',
  open: 'was opened',
  click: 'a link was clicked',
  complaint: 'was reported as spam',
};

/** Other words that people know from other tools. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  starred: ['star'],
  attachment: ['attachments', 'file', 'files'],
  link: ['links'],
  tag: ['tags'],
  softbounce: ['soft-bounce'],
  hardbounce: ['hard-bounce'],
  open: ['opened'],
  click: ['clicked'],
};

/** The values that a choice offers. */
export const choices = {
  state: states.map((value) => choice(value, stateMeanings[value])),
  feature: features.map((value) => choice(value, featureMeanings[value])),
  door: doors.map((value) => choice(value, doorMeanings[value])),
  outcome: ([...outcomeKinds, 'bounce'] as const).map((value) => choice(value, outcomeMeanings[value])),
};

function choice<T extends string>(value: T, meaning: string): OperatorValue & { readonly value: T } {
  return { value, meaning, ...(aliases[value] === undefined ? {} : { aliases: aliases[value] }) };
}

/** Operators that other tools spell otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  replyto: 'reply-to',
  messageid: 'message-id',
  msgid: 'message-id',
  filename: 'attachment',
  since: 'after',
  newer: 'after',
  until: 'before',
  older: 'before',
  label: 'tag',
};

export function operatorNamed(name: string): Operator | undefined {
  const lower = name.toLowerCase();
  return operators.find((operator) => operator.name === (otherNames[lower] ?? lower));
}
