import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFailureSchema, type CreateFailure } from '#shared/failure.ts';
import { failurePresets } from '#shared/failure-presets.ts';
import type { z } from 'zod';
import type { Addresses, Occasion } from '../../../electron/ledger/decide-failure.ts';
import { Failures } from '../../../electron/ledger/failures.ts';
import { temporaryLedger } from '../../support/temporary-ledger.ts';

const agent = '0191a0b0-0000-7000-8000-000000000001';
const reset = { kind: 'api-reset' } as const;
const noon = new Date('2026-06-01T12:00:00Z');

function wish(changes: Partial<z.input<typeof createFailureSchema>>): CreateFailure {
  return createFailureSchema.parse({ effect: reset, ...changes });
}

function request(changes: Partial<Occasion> = {}): Occasion {
  return { door: 'api', now: 0, addresses: () => ({ senders: [], recipients: [] }), ...changes };
}

async function laboratory(changes: Partial<z.input<typeof createFailureSchema>>): Promise<Failures> {
  const { failures } = await temporaryLedger();
  failures.create(agent, wish(changes), noon);
  return failures;
}

/** Which of so many occasions in a row the switch uses. */
function played(failures: Failures, count: number): boolean[] {
  return Array.from({ length: count }, () => failures.decide(agent, request()).length === 1);
}

test('an agent without switches is never asked for addresses, nor is one whose switches have no pattern', async () => {
  const failures = await laboratory({});
  const addresses = (): Addresses => {
    throw new Error('asked');
  };
  expect(failures.decide('another', request({ addresses }))).toEqual([]);
  expect(failures.decide(agent, request({ addresses }))).toHaveLength(1);
});

test('every n-th is exact', async () => {
  const { failures } = await temporaryLedger();
  const holds = fc.check(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 300 }), (n, count) => {
      const { id } = failures.create(agent, wish({ when: { kind: 'every', n } }), noon);
      const found = played(failures, count);
      failures.delete(agent, id);
      return found.every((fires, index) => fires === ((index + 1) % n === 0));
    }),
    { numRuns: 50 },
  );
  expect(holds).toMatchObject({ failed: false, counterexample: null });
});

test('the same seed chooses the same ones, and about as many as the share says', async () => {
  const when = { kind: 'share', percent: 30, seed: 7 } as const;
  const one = played(await laboratory({ when }), 2000);
  expect(played(await laboratory({ when }), 2000)).toEqual(one);
  expect(played(await laboratory({ when: { ...when, seed: 8 } }), 2000)).not.toEqual(one);
  const used = one.filter(Boolean).length;
  expect(used).toBeGreaterThan(500);
  expect(used).toBeLessThan(700);
});

test.each([
  [0, 0],
  [100, 50],
])('%d of a hundred are %d of fifty', async (percent, fires) => {
  const failures = await laboratory({ when: { kind: 'share', percent } });
  expect(played(failures, 50).filter(Boolean)).toHaveLength(fires);
});

test('the next few, and then the switch is off; switched on again it counts anew', async () => {
  const ledger = await temporaryLedger();
  const { failures } = ledger;
  const { id } = failures.create(agent, wish({ when: { kind: 'next', count: 2 } }), noon);
  expect(played(failures, 4)).toEqual([true, true, false, false]);
  expect(new Failures(ledger).list(agent)).toMatchObject([{ enabled: false, left: 0 }]);
  failures.patch(agent, id, { enabled: true });
  expect(played(failures, 3)).toEqual([true, true, false]);
});

describe('patterns', () => {
  test.each([
    ['*@example.org', 'Bob@EXAMPLE.org', true],
    ['*@example.org', 'bob@example.org.test', false],
    ['bob+*@*.org', 'bob+1@a.org', true],
    ['a*a', 'a', false],
    ['a*b*b', 'ab', false],
    ['bob@example.org', 'rob@example.org', false],
  ])('%s on %s: %s', async (recipients, address, expected) => {
    const failures = await laboratory({ recipients });
    const addresses = (): Addresses => ({ senders: [], recipients: ['x@y.z', address] });
    expect(failures.decide(agent, request({ addresses }))).toHaveLength(Number(expected));
  });
});

test('a rate limit passes so many within its window, whatever came before', async () => {
  const failures = await laboratory({
    effect: { kind: 'api-rate-limit', requests: 2, windowSeconds: 1, retryAfterSeconds: 1 },
  });
  const at = (now: number): number => failures.decide(agent, request({ now })).length;
  expect([0, 10, 20, 999, 1000, 1005, 1010].map(at)).toEqual([0, 0, 1, 1, 0, 1, 0]);
});

test('after the first that answers, no other is used', async () => {
  const failures = await laboratory({});
  failures.create(agent, wish({}), noon);
  failures.decide(agent, request());
  expect(failures.list(agent).map(({ fired }) => fired)).toEqual([1, 0]);
});

test('a pattern needs a stage at which the address is known', async () => {
  const failures = await laboratory({ recipients: '*@a.test' });
  const [{ id } = { id: '' }] = failures.list(agent);
  expect(() =>
    failures.patch(agent, id, { effect: { kind: 'smtp-reply', stage: 'ehlo', code: 421 } }),
  ).toThrow(/later stage/);
});

test('every preset can be switched on as it is', () => {
  expect(failurePresets.map(({ effect }) => createFailureSchema.safeParse({ effect }).success)).not.toContain(
    false,
  );
});
