import { expect, test } from 'vitest';
import { temporaryLedger } from '../../support/temporary-ledger.ts';

const at = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-02T00:00:00Z');

test('a domain covers its sub-domains and no lookalike', async () => {
  const { suppressions } = await temporaryLedger();
  suppressions.add([{ kind: 'domain', value: 'Example.com' }], at);
  expect(suppressions.match('a', 'jane@mail.example.COM')?.value).toBe('example.com');
  expect(suppressions.match('a', 'jane@badexample.com')).toBeUndefined();
});

test('the severest entry wins, and of two alike the nearer one', async () => {
  const { suppressions } = await temporaryLedger();
  suppressions.add(
    [
      { kind: 'email', value: 'jane@x.example.com' },
      { kind: 'domain', value: 'x.example.com' },
      { kind: 'domain', value: 'example.com', action: 'reject' },
    ],
    at,
  );
  expect(suppressions.match('a', 'jane@x.example.com')?.action).toBe('reject');
  const rejecting = suppressions.find('domain', 'example.com');
  suppressions.remove(rejecting?.id ?? '');
  expect(suppressions.match('a', 'jane@x.example.com')?.kind).toBe('email');
});

test('an entry holds for its agents, one without agents for all', async () => {
  const { suppressions } = await temporaryLedger();
  suppressions.add([{ kind: 'email', value: 'jane@example.com', agents: ['a'] }], at);
  expect(suppressions.match('a', 'jane@example.com')).toBeDefined();
  expect(suppressions.match('b', 'jane@example.com')).toBeUndefined();
  const entry = suppressions.find('email', 'jane@example.com');
  suppressions.update(entry?.id ?? '', { agents: [] }, later);
  expect(suppressions.match('b', 'jane@example.com')).toMatchObject({ modifiedAt: later.toISOString() });
});

test('of several additions with one that is there already none is made', async () => {
  const { suppressions } = await temporaryLedger();
  suppressions.add([{ kind: 'email', value: 'jane@example.com' }], at);
  const both = [
    { kind: 'email', value: 'new@example.com' },
    { kind: 'email', value: 'JANE@example.com' },
  ] as const;
  expect(() => suppressions.add(both, at)).toThrow(/already/);
  expect(suppressions.list().total).toBe(1);
});

test('the list is filtered, counted and paged, the newest change first', async () => {
  const { suppressions } = await temporaryLedger();
  suppressions.add([{ kind: 'email', value: 'old@example.com', agents: ['a'] }], at);
  suppressions.add([{ kind: 'domain', value: 'new.example', agents: ['b'] }], later);
  expect(suppressions.list().suppressions.map(({ value }) => value)).toEqual([
    'new.example',
    'old@example.com',
  ]);
  expect(suppressions.list({ limit: 1, offset: 1 })).toMatchObject({
    total: 2,
    suppressions: [{ kind: 'email' }],
  });
  expect(suppressions.list({ agentId: 'b' }).total).toBe(1);
  expect(suppressions.list({ search: 'OLD@' }).total).toBe(1);
  expect(suppressions.list({ from: later.toISOString() }).total).toBe(1);
  expect(suppressions.list({ kind: 'domain', until: at.toISOString() }).total).toBe(0);
});
