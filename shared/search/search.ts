import type { OutcomeKind } from '../outcome.ts';

// Free of zod, like everything in this folder: the store's worker threads load it.

/** Where words are looked for; `any` is everything that a person reads, and the addresses. */
export const wordFields = [
  'any',
  'from',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'addressed',
  'subject',
  'message-id',
  'attachment',
  'link',
  'verdict',
] as const;
export type WordField = (typeof wordFields)[number];

export const states = ['read', 'unread', 'starred', 'tagged', 'pending', 'broken'] as const;
export type State = (typeof states)[number];

export const features = [
  'attachment',
  'inline',
  'html',
  'text',
  'code',
  'link',
  'tag',
  'note',
  'verdict',
  'outcome',
] as const;
export type Feature = (typeof features)[number];

export const doors = ['smtp', 'smtps', 'api', 'apis'] as const;
export type DoorValue = (typeof doors)[number];

export type OutcomeValue = OutcomeKind | 'bounce';

/** What must hold of a message; or, negated, must not. */
export type Condition =
  /** A phrase; `beginning`: its last word may go on. */
  | { readonly kind: 'words'; readonly field: WordField; readonly text: string; readonly beginning: boolean }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'feature'; readonly feature: Feature }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'door'; readonly door: DoorValue }
  | { readonly kind: 'agent'; readonly agentIds: readonly string[] }
  | { readonly kind: 'outcome'; readonly outcome: OutcomeValue }
  | { readonly kind: 'size'; readonly comparison: 'larger' | 'smaller'; readonly bytes: number }
  /** `at`: milliseconds since the epoch; `typed`: as a person said it, which may be another time a moment later. */
  | {
      readonly kind: 'time';
      readonly comparison: 'before' | 'after';
      readonly at: number;
      readonly typed: string;
    };

/** All of them must hold. Without any the search was only signs, and finds nothing. */
export type Search = readonly { readonly negated: boolean; readonly condition: Condition }[];

/** A place in the text that was typed: from the first character up to, and without, the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const searchProblemCodes = [
  'too-many-terms',
  'unknown-operator',
  'value-missing',
  'value-unknown',
  'value-unreadable',
  'agent-unknown',
] as const;
export type SearchProblemCode = (typeof searchProblemCodes)[number];

/** Why a search cannot be read, and where. */
export interface SearchProblem extends Span {
  readonly code: SearchProblemCode;
  readonly text: string;
  /** What to put in the place of the span instead. */
  readonly suggestion?: string;
}
