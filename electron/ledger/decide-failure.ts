import type { Failure, SmtpStage } from '#shared/failure.ts';
import { assertNever } from '#shared/assert.ts';

/** Whose mail it is, as far as it is known. */
export interface Addresses {
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
}

/** A request, or a moment of an SMTP session. `addresses` is asked only where a switch has a pattern. */
export interface Occasion {
  readonly door: 'api' | SmtpStage;
  readonly now: number;
  readonly addresses: () => Addresses;
}

/** What a switch remembers in memory. `recent` are the times, in milliseconds, of what a rate limit let pass. */
export interface FailureCount {
  readonly seen: number;
  readonly fired: number;
  readonly recent: readonly number[];
}

export const nothingCounted: FailureCount = { seen: 0, fired: 0, recent: [] };

/** Whether the switch is used now, and what it remembers from now on; undefined when it is not about this occasion. */
export function decideFailure(
  failure: Failure,
  count: FailureCount,
  occasion: Occasion,
): { readonly fires: boolean; readonly count: FailureCount } | undefined {
  if (!failure.enabled || !isAbout(failure, occasion)) {
    return undefined;
  }
  const { effect } = failure;
  const seen = count.seen + 1;
  if (effect.kind === 'api-rate-limit') {
    const recent = count.recent.filter((at) => occasion.now - at < effect.windowSeconds * 1000);
    if (recent.length < effect.requests) {
      return { fires: false, count: { ...count, seen, recent: [...recent, occasion.now] } };
    }
    return chosen(failure, { ...count, seen, recent });
  }
  return chosen(failure, { ...count, seen });
}

function chosen(
  failure: Failure,
  count: FailureCount,
): { readonly fires: boolean; readonly count: FailureCount } {
  const fires = isChosen(failure, count.seen);
  return { fires, count: { ...count, fired: count.fired + Number(fires) } };
}

/** Whether the switch uses its k-th occasion, counted from 1. */
function isChosen({ when, left }: Failure, k: number): boolean {
  switch (when.kind) {
    case 'always':
      return true;
    case 'every':
      return k % when.n === 0;
    case 'share':
      return chance(when.seed, k) * 100 < when.percent;
    case 'next':
      return (left ?? 0) > 0;
    default:
      return assertNever(when);
  }
}

/** A number from 0 to below 1 that depends on the seed and the place in the sequence only (the mixer of splitmix32). */
export function chance(seed: number, k: number): number {
  let mixed = (Math.imul(seed + 1, 0x85ebca6b) + Math.imul(k, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

function isAbout({ effect, senders, recipients }: Failure, occasion: Occasion): boolean {
  if (doorOf(effect) !== occasion.door) {
    return false;
  }
  if (senders === null && recipients === null) {
    return true;
  }
  const addresses = occasion.addresses();
  return matches(senders, addresses.senders) && matches(recipients, addresses.recipients);
}

function doorOf(effect: Failure['effect']): Occasion['door'] {
  if ('stage' in effect) {
    return effect.stage;
  }
  switch (effect.kind) {
    case 'smtp-slow-reading':
    case 'smtp-drop':
      return 'data';
    case 'smtp-process-failed':
      return 'end-of-data';
    default:
      return 'api';
  }
}

function matches(pattern: string | null, addresses: readonly string[]): boolean {
  return (
    pattern === null || addresses.some((address) => isLike(pattern.toLowerCase(), address.toLowerCase()))
  );
}

/** `*` stands for anything. Its pieces are sought from left to right, so that no pattern takes long. */
function isLike(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) {
    return false;
  }
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) {
      return false;
    }
    at = found + piece.length;
  }
  return true;
}
