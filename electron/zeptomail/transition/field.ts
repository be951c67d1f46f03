import type { Verdict } from '#shared/verdict.ts';
import { isObject } from '../email/json-object.ts';
import { refusal } from '../refusals.ts';

/** A value of a request, and where it stood: `personalizations[0].to`. */
export interface Sourced<T> {
  readonly value: T;
  readonly path: string;
}

/** Paths and values can be as long as a request. */
const longestPath = 200;

/**
 * A place in another service's JSON body. Reading it as the type that the service documents answers the value, or
 * undefined: null counts as left out, and any other type is noted once as a verdict.
 */
export class Field {
  readonly path: string;
  readonly #value: unknown;
  readonly #problems: Map<string, Verdict>;

  constructor(value: unknown, path: string, problems: Map<string, Verdict>) {
    this.#value = value ?? undefined;
    this.path = path.length > longestPath ? `${path.slice(0, longestPath).toWellFormed()}…` : path;
    this.#problems = problems;
  }

  get isGiven(): boolean {
    return this.#value !== undefined;
  }

  /** The field of this name in an object. */
  get(name: string): Field {
    const fields = this.record() ?? {};
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return new Field(Object.hasOwn(fields, name) ? fields[name] : undefined, path, this.#problems);
  }

  /** The first of these fields that is there: spellings of one field. */
  oneOf(first: string, ...others: readonly string[]): Field {
    return [first, ...others].map((name) => this.get(name)).find(({ isGiven }) => isGiven) ?? this.get(first);
  }

  /** The entries of a list; none when it is left out. */
  entries(): readonly Field[] {
    const list = this.#as('list', (value): value is readonly unknown[] => Array.isArray(value)) ?? [];
    return list.map((entry, index) => new Field(entry, `${this.path}[${index}]`, this.#problems));
  }

  record(): Readonly<Record<string, unknown>> | undefined {
    return this.#as('object', isObject);
  }

  text(): string | undefined {
    return this.#as('string', (value): value is string => typeof value === 'string');
  }

  flag(): boolean | undefined {
    return this.#as('boolean', (value): value is boolean => typeof value === 'boolean');
  }

  isList(): boolean {
    return Array.isArray(this.#value);
  }

  /** Notes that what stands here cannot be used. */
  note(verdict: Verdict): void {
    if (!this.#problems.has(this.path)) {
      this.#problems.set(this.path, verdict);
    }
  }

  #as<T>(expected: string, fits: (value: unknown) => value is T): T | undefined {
    if (this.#value === undefined || fits(this.#value)) {
      return this.#value;
    }
    const article = expected === 'object' ? 'an' : 'a';
    const explanation = `“${this.path}” must be ${article} ${expected}; Restante left it out.`;
    this.note(refusal('wrong-type', { target: this.path, targetValue: this.#value, explanation }));
    return undefined;
  }
}
