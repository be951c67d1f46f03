import type { Agent } from '#shared/agent.ts';
import type { Address, MessageDetail, MessageSummary } from '#shared/message.ts';
import type { Outcome, PlannedOutcome } from '#shared/outcome.ts';
import { hiddenRecipients } from '../hidden-recipients.ts';
import { referenceOf, requestIdOf, withoutBrackets } from '../mail-reference.ts';
import { agentByKey } from './agents.ts';
import { deliveriesOf } from './deliveries.ts';
import { givenTime } from './display-time.ts';
import { Failure } from './failure.ts';
import type { Surveying } from './manage.ts';

type Detail = Omit<MessageDetail, 'previewUrl'>;

/** A held message as the logs tell of it. */
export interface LoggedMail {
  readonly message: Detail;
  readonly agentKey: string;
  /** Oldest first. */
  readonly outcomes: readonly Outcome[];
  readonly planned: readonly PlannedOutcome[];
}

/** Messages that are asked for together. */
const pageLength = 200;

/** A reference tells by its last part when the mail was sent; clocks and slow doors may be this far apart. */
const patienceMs = 10 * 60_000;

/** The held messages that the query's filters let through, newest first. @throws Failure for a filter that cannot be read. */
export async function* heldMails(managing: Surveying): AsyncGenerator<LoggedMail> {
  const { query, agents, context } = managing;
  const key = query.get('mailagent_key') || query.get('agent_key') || '';
  const agent = key === '' ? undefined : agentByKey(agents, key);
  const mayBe = summaryFilter(query);
  const fits = detailFilter(query);
  const wanted = wantedKinds(query);
  await context.account.outcomesKnown();
  for await (const summary of summaries(managing, agent)) {
    const owner = agents.list().find(({ id }) => id === summary.agentId);
    const outcomes = context.ledger.outcomes.of(summary.id);
    // What did not bounce has no record: mails that are to have bounced are found by theirs before they are read.
    const mayHave =
      wanted === undefined ||
      wanted.has('delivered') ||
      wanted.has('mailfailure') ||
      outcomes.some(({ kind }) => wanted.has(kind));
    if (owner !== undefined && mayBe(summary) && mayHave) {
      const message = await context.account.archive.detail(summary.id);
      const planned = context.ledger.plans.of(summary.id);
      const mail = message && { message, agentKey: owner.key, outcomes, planned };
      if (mail !== undefined && fits(mail.message, owner.key) && hasAny(mail, wanted)) {
        yield mail;
      }
    }
  }
}

/** The held message that a log's `email_reference` names. */
export async function mailByReference(
  managing: Surveying,
  reference: string,
): Promise<LoggedMail | undefined> {
  const { agents, context } = managing;
  const wanted = withoutBrackets(reference);
  const near = isNear(wanted);
  await context.account.outcomesKnown();
  for await (const summary of summaries(managing, undefined)) {
    const owner = agents.list().find(({ id }) => id === summary.agentId);
    if (owner !== undefined && near(summary)) {
      const message = await context.account.archive.detail(summary.id);
      if (message !== undefined && isNamed(message, owner.key, wanted)) {
        const { outcomes, plans } = context.ledger;
        const { id } = message;
        return { message, agentKey: owner.key, outcomes: outcomes.of(id), planned: plans.of(id) };
      }
    }
  }
  return undefined;
}

/** A mail by SMTP is found by its own Message-ID as well. */
function isNamed(message: Detail, agentKey: string, wanted: string): boolean {
  return (
    referenceOf(message, agentKey) === wanted ||
    (message.messageId !== null && withoutBrackets(message.messageId) === wanted)
  );
}

/** Every held message of an agent, or of all, newest first. */
export async function* summaries(
  { context }: Pick<Surveying, 'context'>,
  agent: Agent | undefined,
): AsyncGenerator<MessageSummary> {
  let before: string | null | undefined;
  while (before !== null) {
    const page = await context.account.archive.list(
      { agentId: agent?.id },
      { limit: pageLength, ...(before === undefined ? {} : { before }) },
    );
    yield* page.messages;
    before = page.next;
  }
}

/** What a row of the list can tell, before the message is read. */
function summaryFilter(query: URLSearchParams): (summary: MessageSummary) => boolean {
  const from = timeOf(query, 'date_from');
  const until = timeOf(query, 'date_to');
  const near = isNear(query.get('request_id') ?? '');
  return (summary) => {
    const at = Date.parse(summary.receivedAt);
    return at >= (from ?? 0) && at <= (until ?? Number.MAX_SAFE_INTEGER) && near(summary);
  };
}

function detailFilter(query: URLSearchParams): (message: Detail, agentKey: string) => boolean {
  const text = (name: string): string => (query.get(name) ?? '').trim().toLowerCase();
  const wanted = {
    requestId: text('request_id'),
    client: text('client_reference'),
    subject: text('subject'),
  };
  const addresses = { from: text('from'), to: text('to'), cc: text('cc'), bcc: text('bcc') };
  const recipient = text('recipient');
  return (message, agentKey) =>
    (wanted.requestId === '' || requestIdOf(message, agentKey).toLowerCase() === wanted.requestId) &&
    (wanted.client === '' || message.sending?.clientReference?.toLowerCase() === wanted.client) &&
    message.subject.toLowerCase().includes(wanted.subject) &&
    isAmong(addresses.from, message.from === null ? [] : [message.from]) &&
    isAmong(addresses.to, message.to) &&
    isAmong(addresses.cc, message.cc) &&
    isAmong(addresses.bcc, hiddenRecipients(message)) &&
    (recipient === '' || message.envelope.rcptTo.some((address) => address.toLowerCase() === recipient));
}

const outcomeFlags = {
  is_hb: 'hardbounce',
  is_sb: 'softbounce',
  is_delivered: 'delivered',
  is_mailfailure: 'mailfailure',
} as const;

/** Several flags ask for mails to which any of it happened; undefined asks for all. */
function wantedKinds(query: URLSearchParams): ReadonlySet<string> | undefined {
  const isOn = (flag: string): boolean => query.get(flag)?.toLowerCase() === 'true';
  const kinds = Object.entries(outcomeFlags).flatMap(([flag, kind]) => (isOn(flag) ? [kind] : []));
  return kinds.length > 0 ? new Set(kinds) : undefined;
}

function hasAny(mail: LoggedMail, wanted: ReadonlySet<string> | undefined): boolean {
  return wanted === undefined || deliveriesOf(mail).some(({ kind }) => wanted.has(kind));
}

function isAmong(wanted: string, addresses: readonly Address[]): boolean {
  return wanted === '' || addresses.some(({ address }) => address.toLowerCase() === wanted);
}

/** A request id ends with the time in hex, in ms: most messages need not be read to see that they are others. */
function isNear(id: string): (summary: MessageSummary) => boolean {
  const hex = /\.([0-9a-f]{10,12})(?:\.\d+)?(?:@|$)/.exec(id)?.[1];
  const at = hex === undefined ? undefined : Number.parseInt(hex, 16);
  return ({ receivedAt }) => at === undefined || Math.abs(Date.parse(receivedAt) - at) < patienceMs;
}

/** A time of the query in ms since 1970, or undefined when it is left out. @throws Failure `invalid-value`. */
export function timeOf(query: URLSearchParams, field: string): number | undefined {
  const text = query.get(field) ?? '';
  const time = text === '' ? undefined : givenTime(text);
  if (text !== '' && time === undefined) {
    throw new Failure('invalid-value', { field, value: text });
  }
  return time;
}
