import { assertNever } from '../assert.ts';
import { nearMiss } from './near-miss.ts';
import { choices, operatorNamed, operators } from './operators.ts';
import type { Operator, OperatorValue } from './operators.ts';
import { bytesOf } from './read-size.ts';
import { timeOf } from './read-time.ts';
import type { Condition, Search, SearchProblem, SearchProblemCode, Span } from './search.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export const mostTerms = 32;

/** What the words of a search are measured by. */
export interface SearchContext {
  readonly now: Date;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

export interface SearchReading {
  /** What could be read of it, with its places; all of it when there is no problem. */
  readonly terms: readonly (Search[number] & Span)[];
  readonly problems: readonly SearchProblem[];
}

/** Reads what a person typed. Days begin at midnight of the place where this runs. */
export function readSearch(typed: string, context: SearchContext): SearchReading {
  const tokens = tokensOf(typed);
  const terms: (Search[number] & Span)[] = [];
  const problems: SearchProblem[] = [];
  // Only the word that may still be typed is taken as a beginning.
  const lastWord = tokens.findLast((token) => token.operator === null || isText(token));
  for (const token of tokens.slice(0, mostTerms)) {
    const read = readToken(token, token === lastWord, context);
    if (read === null) {
      continue;
    }
    if ('code' in read) {
      problems.push(read);
    } else {
      terms.push({ negated: token.negated, condition: read.condition, start: token.start, end: token.end });
    }
  }
  const tooMany = tokens[mostTerms];
  if (tooMany !== undefined) {
    const text = `A search has at most ${mostTerms} words and conditions.`;
    problems.push({ code: 'too-many-terms', start: tooMany.start, end: typed.length, text });
  }
  return { terms, problems };
}

/** The condition without its place, as the store takes it. */
export function searchOf(reading: SearchReading): Search {
  return reading.terms.map(({ negated, condition }) => ({ negated, condition }));
}

type Read = { readonly condition: Condition } | SearchProblem;

/** Null for signs that no word is made of. */
function readToken(token: Token, isLast: boolean, context: SearchContext): Read | null {
  const operator = token.operator === null ? undefined : operatorNamed(token.operator.name);
  if (operator !== undefined) {
    return token.value.text.trim() === '' ? missing(operator, token) : readValue(operator, token, context);
  }
  if (token.operator !== null && !isText(token)) {
    return unknownOperator(token.operator.name, token);
  }
  const text = token.operator === null ? token.value.text : `${token.operator.name}:${token.value.text}`;
  return isWord(text) ? { condition: wordsOf('any', text, isLast && !token.value.quoted) } : null;
}

/** What looks like an operator and is none: `Re:`, and `localhost:8025` where nothing similar is known. */
function isText({ operator, value }: Token): boolean {
  return (
    operator !== null &&
    operatorNamed(operator.name) === undefined &&
    !value.quoted &&
    (value.text === '' || (/^\d+(?:\/|$)/.test(value.text) && similar(operator.name) === undefined))
  );
}

function similar(name: string): string | undefined {
  return nearMiss(
    name,
    operators.map((operator) => operator.name),
  );
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function wordsOf(
  field: Extract<Condition, { kind: 'words' }>['field'],
  text: string,
  beginning: boolean,
): Condition {
  return {
    kind: 'words',
    field,
    text,
    beginning: beginning && /[\p{L}\p{N}]{2}$/u.test(text.normalize('NFKC')),
  };
}

function readValue(operator: Operator, token: Token, context: SearchContext): Read {
  const { takes } = operator;
  const text = token.value.text.trim();
  switch (takes.kind) {
    case 'words':
      return isWord(text)
        ? { condition: wordsOf(takes.field, text, !token.value.quoted) }
        : problem('value-unreadable', token.value, `There is no word in “${text}” that could be found.`);
    case 'choice':
      return readChoice(operator, takes.of, token);
    case 'size': {
      const bytes = bytesOf(text);
      return bytes === undefined
        ? problem('value-unreadable', token.value, `“${text}” is no size. Write bytes, or 10k, 2mb, 1.5gb.`)
        : { condition: { kind: 'size', comparison: takes.comparison, bytes } };
    }
    case 'time': {
      const at = timeOf(text, context.now);
      return at === undefined
        ? problem(
            'value-unreadable',
            token.value,
            `“${text}” is no time. Write a day (2026-05-01), a time (2026-05-01T14:30), today, yesterday, or how long ago: -7d, -12h, -30m.`,
          )
        : { condition: { kind: 'time', comparison: takes.comparison, at, typed: text } };
    }
    case 'tag':
      return { condition: { kind: 'tag', name: text.replace(/\s+/g, ' ') } };
    case 'note':
      return { condition: { kind: 'note', text } };
    case 'code':
      return { condition: { kind: 'code', code: text } };
    case 'agent':
      return readAgent(text, token, context);
    default:
      return assertNever(takes);
  }
}

function readChoice(operator: Operator, of: keyof typeof choices, token: Token): Read {
  const typed = token.value.text.trim().toLowerCase();
  const fits = ({ value, aliases }: OperatorValue): boolean =>
    value === typed || aliases?.includes(typed) === true;
  const condition = conditionOf(of, fits);
  if (condition !== undefined) {
    return { condition };
  }
  const known: readonly OperatorValue[] = choices[of];
  const values = known.map(({ value }) => value);
  const near = nearMiss(typed, values);
  const meant = near === undefined ? '' : ` Did you mean “${operator.name}:${near}”?`;
  return {
    ...problem(
      'value-unknown',
      token.value,
      `“${operator.name}:” does not know “${token.value.text.trim()}”.${meant} It knows ${values.join(', ')}.`,
    ),
    ...(near === undefined ? {} : { suggestion: near }),
  };
}

function conditionOf(
  of: keyof typeof choices,
  fits: (choice: OperatorValue) => boolean,
): Condition | undefined {
  switch (of) {
    case 'state': {
      const state = choices.state.find(fits)?.value;
      return state && { kind: 'state', state };
    }
    case 'feature': {
      const feature = choices.feature.find(fits)?.value;
      return feature && { kind: 'feature', feature };
    }
    case 'door': {
      const door = choices.door.find(fits)?.value;
      return door && { kind: 'door', door };
    }
    case 'outcome': {
      const outcome = choices.outcome.find(fits)?.value;
      return outcome && { kind: 'outcome', outcome };
    }
    default:
      return assertNever(of);
  }
}

/** By id, by its whole name, else all whose name has the words in it. */
function readAgent(text: string, token: Token, { agents }: SearchContext): Read {
  const wanted = text.toLowerCase();
  const named = agents.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const found = named.length > 0 ? named : agents.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (found.length > 0) {
    return { condition: { kind: 'agent', agentIds: found.map(({ id }) => id) } };
  }
  const near = nearMiss(
    text,
    agents.map(({ name }) => name),
  );
  const meant = near === undefined ? '' : ` Did you mean “${near}”?`;
  return {
    ...problem('agent-unknown', token.value, `No Mail Agent is called “${text}”.${meant}`),
    ...(near === undefined ? {} : { suggestion: near }),
  };
}

function missing({ name, example }: Operator, token: Token): SearchProblem {
  const text = `“${name}:” wants something behind it, as in ${example}. To find the text itself, put it in quotation marks.`;
  return problem('value-missing', token, text);
}

function unknownOperator(name: string, token: Token): SearchProblem {
  const near = similar(name);
  const meant = near === undefined ? '' : ` Did you mean “${near}:”?`;
  return {
    ...problem(
      'unknown-operator',
      token.operator ?? token,
      `There is no operator “${name}:”.${meant} To find the text itself, put it in quotation marks.`,
    ),
    ...(near === undefined ? {} : { suggestion: `${near}:` }),
  };
}

function problem(code: SearchProblemCode, { start, end }: Span, text: string): SearchProblem {
  return { code, start, end, text };
}
