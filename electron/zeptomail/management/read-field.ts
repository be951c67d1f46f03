import type { JsonObject } from '../email/json-object.ts';
import { Failure } from './failure.ts';

/** A text that must be there. @throws Failure `field-empty`, `invalid-value`. */
export function requiredText(body: JsonObject, field: string): string {
  const text = optionalText(body, field);
  if (text === undefined || text.trim() === '') {
    throw new Failure('field-empty', { field });
  }
  return text;
}

/** A text, or undefined when it is left out. @throws Failure `invalid-value`. */
export function optionalText(body: JsonObject, field: string): string | undefined {
  const value = own(body, field);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new Failure('invalid-value', { field, value });
  }
  return value;
}

/** A list of texts, or undefined when it is left out. @throws Failure `invalid-value`. */
export function optionalTexts(body: JsonObject, field: string): string[] | undefined {
  const value = own(body, field);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw new Failure('invalid-value', { field, value });
  }
  return value;
}

/** A whole number of a query from 0 on, at most `max`. @throws Failure `invalid-value`. */
export function countOf(query: URLSearchParams, field: string, fallback: number, max: number): number {
  const text = query.get(field)?.trim() ?? '';
  if (text === '') {
    return fallback;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw new Failure('invalid-value', { field, value: text });
  }
  return Math.min(Number(text), max);
}

function own(body: JsonObject, field: string): unknown {
  return Object.hasOwn(body, field) ? body[field] : undefined;
}
