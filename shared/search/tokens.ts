import type { Span } from './search.ts';

/** A word or phrase as it was typed, with what stands before it. */
export interface Token extends Span {
  readonly negated: boolean;
  /** What stands before the colon, as typed. */
  readonly operator: (Span & { readonly name: string }) | null;
  /** Without quotation marks. */
  readonly value: Span & { readonly text: string; readonly quoted: boolean };
}

const blank = /\s/;
/** What may be an operator: two letters at least, so that `C:\` is none. */
const operatorName = /^[a-z][a-z-]*[a-z]:/i;

/** Typographic quotation marks count as plain ones. One that is never closed runs to the end. */
export function tokensOf(typed: string): Token[] {
  const text = typed.replace(/[“”„«»]/g, '"');
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (blank.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const negated = /^[!-][^\s!-]/.test(text.slice(start, start + 2));
  const inner = negated ? start + 1 : start;
  const name = operatorName.exec(text.slice(inner, inner + 64))?.[0];
  if (name !== undefined) {
    const value = valueAt(text, inner + name.length, false);
    const operator = { name: name.slice(0, -1), start: inner, end: inner + name.length };
    if (value.quoted || isOperatorValue(operator.name, value.text)) {
      return { start, end: endOf(value, text), negated, operator, value };
    }
  }
  const value = valueAt(text, inner, true);
  return { start, end: endOf(value, text), negated, operator: null, value };
}

/** `https://…`, `std::string` and `mailto:jane@…` are text, whatever stands before the colon. */
function isOperatorValue(name: string, value: string): boolean {
  return !/^[/:\\]/.test(value) && !/^(?:mailto|tel|sms|cid|mid|data|urn|javascript)$/i.test(name);
}

/** A free word ends at a quotation mark; the value of an operator does so only when it begins with one. */
function valueAt(text: string, start: number, isFree: boolean): Token['value'] {
  if (text.charAt(start) === '"') {
    const closing = text.indexOf('"', start + 1);
    const end = closing === -1 ? text.length : closing;
    return { start: start + 1, end, text: text.slice(start + 1, end), quoted: true };
  }
  const ends = isFree ? /[\s"]/ : /\s/;
  let end = start;
  while (end < text.length && !ends.test(text.charAt(end))) {
    end += 1;
  }
  return { start, end, text: text.slice(start, end), quoted: false };
}

function endOf(value: Token['value'], text: string): number {
  return value.quoted ? Math.min(value.end + 1, text.length) : value.end;
}
