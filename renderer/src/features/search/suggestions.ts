import { choices, operatorNamed, operators } from '#shared/search/operators.ts';
import type { Operator } from '#shared/search/operators.ts';
import { tokensOf } from '#shared/search/tokens.ts';
import type { Token } from '#shared/search/tokens.ts';

/** Something that can be put in the place of what is being typed. */
export interface Suggestion {
  /** What stands in the search afterwards. */
  readonly insert: string;
  readonly label: string;
  readonly meaning: string;
}

export interface Suggestions {
  /** The part of the text that a suggestion takes the place of. */
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly Suggestion[];
}

/** What the person has: the values of operators that are not the language's own. */
export interface KnownValues {
  readonly agents: readonly string[];
  readonly tags: readonly { readonly name: string; readonly count: number }[];
  readonly addresses: readonly { readonly name: string; readonly address: string }[];
}

const mostSuggestions = 12;

const times = [
  { value: 'today', meaning: 'since midnight' },
  { value: 'yesterday', meaning: 'since the midnight before' },
  { value: '-1h', meaning: 'an hour ago' },
  { value: '-7d', meaning: 'seven days ago' },
  { value: '-30d', meaning: 'thirty days ago' },
];
const sizes = [
  { value: '100k', meaning: '100 KB' },
  { value: '1mb', meaning: 'a megabyte' },
  { value: '10mb', meaning: 'ten megabytes' },
];
const fieldsOfAddresses: ReadonlySet<string> = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'addressed']);

/** The letters by which addresses are to be looked up; null when no address is being typed. */
export function typedAddress(text: string, caret: number): string | null {
  const token = tokenAt(text, caret);
  const operator = token?.operator ? operatorNamed(token.operator.name) : undefined;
  return token !== undefined &&
    operator?.takes.kind === 'words' &&
    fieldsOfAddresses.has(operator.takes.field) &&
    caret >= token.value.start
    ? token.value.text
    : null;
}

/** What may stand at the caret; `all` offers every operator where nothing is typed yet. */
export function suggestionsAt(
  text: string,
  caret: number,
  known: KnownValues,
  all = false,
): Suggestions | null {
  const token = tokenAt(text, caret);
  if (token === undefined) {
    return all ? { start: caret, end: caret, suggestions: operators.map(ofOperator) } : null;
  }
  const operator = token.operator && operatorNamed(token.operator.name);
  if (token.operator && operator && caret >= token.operator.end) {
    const suggestions = valuesOf(operator, token.value.text, known).slice(0, mostSuggestions);
    const isWritten =
      suggestions.length === 1 && suggestions[0]?.label.toLowerCase() === token.value.text.toLowerCase();
    return suggestions.length === 0 || isWritten
      ? null
      : { start: token.operator.end, end: token.end, suggestions };
  }
  if (token.operator !== null || token.value.quoted) {
    return null;
  }
  const typed = token.value.text.toLowerCase();
  const fitting = operators.filter(({ name }) => name.startsWith(typed));
  return fitting.length === 0
    ? null
    : { start: token.value.start, end: token.value.end, suggestions: fitting.map(ofOperator) };
}

/** The text with a suggestion in its place, and where the caret stands then. */
export function withSuggestion(
  text: string,
  { start, end }: Pick<Suggestions, 'start' | 'end'>,
  { insert }: Suggestion,
): { text: string; caret: number } {
  const after = text.slice(end);
  // A value is done: what comes next is another term.
  const gap = insert.endsWith(':') || after.startsWith(' ') ? '' : ' ';
  const before = `${text.slice(0, start)}${insert}${gap}`;
  const skip = !insert.endsWith(':') && after.startsWith(' ') ? 1 : 0;
  return { text: before + after, caret: before.length + skip };
}

function tokenAt(text: string, caret: number): Token | undefined {
  return tokensOf(text).find(({ start, end }) => start < caret && caret <= end);
}

function ofOperator({ name, meaning, example }: Operator): Suggestion {
  return { insert: `${name}:`, label: `${name}:`, meaning: `${meaning}, as in ${example}` };
}

function valuesOf({ takes }: Operator, typed: string, known: KnownValues): Suggestion[] {
  const begins = (value: string): boolean => value.toLowerCase().startsWith(typed.toLowerCase());
  const has = (value: string): boolean => value.toLowerCase().includes(typed.toLowerCase());
  switch (takes.kind) {
    case 'choice':
      return choices[takes.of].filter(({ value }) => begins(value)).map(ofValue);
    case 'time':
      return times.filter(({ value }) => begins(value)).map(ofValue);
    case 'size':
      return sizes.filter(({ value }) => begins(value)).map(ofValue);
    case 'agent':
      return known.agents.filter(has).map((name) => ofValue({ value: name, meaning: 'Mail Agent' }));
    case 'tag':
      return known.tags
        .filter(({ name }) => has(name))
        .map(({ name, count }) => ofValue({ value: name, meaning: count.toLocaleString('en') }));
    case 'words':
      return fieldsOfAddresses.has(takes.field)
        ? known.addresses.map(({ name, address }) => ofValue({ value: address, meaning: name }))
        : [];
    case 'note':
    case 'code':
      return [];
  }
}

function ofValue({ value, meaning }: { readonly value: string; readonly meaning: string }): Suggestion {
  return { insert: /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value, label: value, meaning };
}
