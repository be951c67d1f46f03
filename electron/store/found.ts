import type { SQLInputValue } from 'node:sqlite';
import { assertNever } from '#shared/assert.ts';
import type { Condition, Feature, OutcomeValue, Search, State } from '#shared/search/search.ts';
import { decidingKinds } from '#shared/standing.ts';
import { anyOf, matchExpression } from './match-expression.ts';
import { folded } from './search-text.ts';

/** The messages of a selection, as the parts of a SELECT. */
export interface Found {
  readonly from: string;
  /** The same for counting: without the message's row where nothing asks for it. */
  readonly countFrom: string;
  /** Conditions that are joined by AND; never empty. */
  readonly where: string;
  readonly values: readonly SQLInputValue[];
  /** The column of the sequence number to go by. */
  readonly seq: string;
}

interface Clause {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

type Words = Extract<Condition, { kind: 'words' }>;
type Fact = Exclude<Condition, Words>;

/**
 * Words are found by the full-text index, everything else by the columns of the messages.
 * `agentNumber`: whose messages alone are looked at. Null when nothing can be found.
 */
export function foundBy(search: Search | undefined, agentNumber: number | undefined): Found | null {
  const terms = search ?? [];
  if (search?.length === 0) {
    return null;
  }
  const wanted = terms.flatMap(({ negated, condition }) => wordsIn(condition, !negated));
  const unwanted = terms.flatMap(({ negated, condition }) => wordsIn(condition, negated));
  const facts = terms.flatMap(({ negated, condition }) =>
    condition.kind === 'words' ? [] : [factClause(condition, negated)],
  );
  const match = matchExpression(wanted, unwanted, agentNumber);
  if (match !== null) {
    const clauses = [{ sql: 'search MATCH ?', values: [match] }, ...facts];
    const joined = 'search CROSS JOIN message ON message.seq = search.rowid';
    return found(clauses, joined, facts.length === 0 ? 'search' : joined, 'search.rowid');
  }
  const clauses = [
    ...(agentNumber === undefined ? [] : [{ sql: 'message.agent = ?', values: [agentNumber] }]),
    ...facts,
    ...(unwanted.length === 0
      ? []
      : [
          {
            sql: 'message.seq NOT IN (SELECT rowid FROM search WHERE search MATCH ?)',
            values: [anyOf(unwanted)],
          },
        ]),
  ];
  return found(clauses, 'message', 'message', 'message.seq');
}

function found(clauses: readonly Clause[], from: string, countFrom: string, seq: string): Found {
  return {
    from,
    countFrom,
    where: clauses.length === 0 ? 'true' : clauses.map(({ sql }) => sql).join(' AND '),
    values: clauses.flatMap(({ values }) => values),
    seq,
  };
}

function wordsIn(condition: Condition, isMeant: boolean): Words[] {
  return condition.kind === 'words' && isMeant ? [condition] : [];
}

function factClause(condition: Fact, negated: boolean): Clause {
  const { sql, values } = factOf(condition);
  return { sql: negated ? `NOT (${sql})` : `(${sql})`, values };
}

/** None of these is ever null: NOT must turn each of them round. */
function factOf(condition: Fact): Clause {
  switch (condition.kind) {
    case 'state':
      return plain(stateSql[condition.state]);
    case 'feature':
      return plain(featureSql[condition.feature]);
    case 'tag':
      return {
        sql: 'message.seq IN (SELECT seq FROM message_tag JOIN tag ON tag.number = message_tag.tag WHERE tag.folded = ?)',
        values: [folded(condition.name)],
      };
    case 'note':
      return {
        sql: 'message.note IS NOT NULL AND instr(folded(message.note), ?) > 0',
        values: [folded(condition.text)],
      };
    case 'code':
      return {
        sql: `message.code IS NOT NULL AND upper(replace(message.code, '-', '')) = ?`,
        values: [condition.code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()],
      };
    case 'door': {
      const family = { smtp: ['smtp', 'smtps'], api: ['api', 'apis'], smtps: ['smtps'], apis: ['apis'] };
      const doors = family[condition.door];
      return { sql: `message.door IN (${questionMarks(doors)})`, values: doors };
    }
    case 'agent':
      return {
        sql: `message.agent IN (SELECT number FROM agent WHERE id IN (${questionMarks(condition.agentIds)}))`,
        values: condition.agentIds,
      };
    case 'outcome':
      return outcomeFact(condition.outcome);
    case 'size':
      return {
        sql: `message.size ${condition.comparison === 'larger' ? '>' : '<'} ?`,
        values: [condition.bytes],
      };
    case 'time':
      return {
        sql: `message.received_at ${condition.comparison === 'before' ? '<' : '>='} ?`,
        values: [condition.at],
      };
    default:
      return assertNever(condition);
  }
}

const stateSql: Readonly<Record<State, string>> = {
  read: 'message.read = 1',
  unread: 'message.read = 0',
  starred: 'message.starred = 1',
  tagged: 'message.seq IN (SELECT seq FROM message_tag)',
  pending: 'message.state = 0',
  broken: 'message.state = 2',
};

const featureSql: Readonly<Record<Feature, string>> = {
  attachment: 'message.attachments > 0',
  inline: 'message.inlines > 0',
  html: 'message.html = 1',
  text: 'message.plain = 1',
  code: 'message.code IS NOT NULL',
  link: 'message.links > 0',
  tag: stateSql.tagged,
  note: 'message.note IS NOT NULL',
  verdict: 'message.verdicts > 0',
  outcome: 'message.id IN (SELECT message FROM ledger.outcome)',
};

const played = 'message.id IN (SELECT message FROM ledger.outcome WHERE kind = ?)';
const bounced = `message.id IN (SELECT message FROM ledger.outcome WHERE kind IN ('softbounce', 'hardbounce'))`;
const awaited = `message.id IN (SELECT message FROM ledger.planned_outcome WHERE kind IN (${quoted(decidingKinds)}))`;
/** Of SMTP's verdicts only the one of a mail that is taken and not processed begins with 250: see `processingFailure`. */
const unprocessed = `message.seq IN (SELECT rowid FROM search WHERE search MATCH 'verdicts : "250 250"')`;

/** A message counts as delivered without a word, unless it bounced, is still to, or was not processed: see `standingOf`. */
function outcomeFact(outcome: OutcomeValue): Clause {
  switch (outcome) {
    case 'bounce':
      return plain(bounced);
    case 'delivered':
      return { sql: `NOT (${bounced} OR ${awaited} OR ${unprocessed}) OR ${played}`, values: [outcome] };
    default:
      return { sql: played, values: [outcome] };
  }
}

/** Whether it asks for what was played, which is in the ledger: see `attachLedger`. */
export function asksLedger(search: Search | undefined): boolean {
  return (search ?? []).some(
    ({ condition }) =>
      condition.kind === 'outcome' || (condition.kind === 'feature' && condition.feature === 'outcome'),
  );
}

function plain(sql: string): Clause {
  return { sql, values: [] };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

function questionMarks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
