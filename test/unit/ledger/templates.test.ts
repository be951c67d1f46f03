import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { temporaryLedger } from '../../support/temporary-ledger.ts';

const agent = { id: 'agent-a', key: '3dd3c3f49c2fb8fc' };
const other = { id: 'agent-b', key: '0123456789abcdef' };
const fields = {
  name: 'Welcome',
  alias: 'welcome',
  subject: 'Hello {{name}}',
  html: '<p>{{name}}</p>',
  text: null,
  sampleMergeInfo: { name: 'Ann' },
};
const first = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-02T00:00:00Z');

async function templates(): Promise<Ledger['templates']> {
  return (await temporaryLedger()).templates;
}

test('a template is found by its key and by its alias, by its own agent only', async () => {
  const kept = await templates();
  const made = kept.create(agent, fields, first);
  expect(made).toEqual({
    ...fields,
    key: made.key,
    createdAt: first.toISOString(),
    modifiedAt: first.toISOString(),
  });
  expect(made.key).toMatch(
    /^2d6f\.3dd3c3f49c2fb8fc\.k1\.[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.[0-9a-f]{11}$/,
  );
  expect(kept.find(agent.id, { key: made.key })).toEqual(made);
  expect(kept.find(agent.id, { alias: 'welcome' })).toEqual(made);
  expect(kept.find(agent.id, {})).toBeUndefined();
  expect(kept.find(other.id, { key: made.key })).toBeUndefined();
  expect(kept.find(other.id, { alias: 'welcome' })).toBeUndefined();
});

test('the newest stands first, and a copy has no alias', async () => {
  const kept = await templates();
  const made = kept.create(agent, fields, first);
  const copy = kept.copy(agent, made.key, later);
  expect(copy).toMatchObject({ ...fields, name: 'Welcome (copy)', alias: null });
  expect(kept.list(agent.id)).toEqual([copy, made]);
  expect(kept.list(other.id)).toEqual([]);
});

test('a change keeps what it does not name', async () => {
  const kept = await templates();
  const { key } = kept.create(agent, fields, first);
  expect(kept.update(agent.id, key, { text: 'Hello', html: '' }, later)).toEqual({
    ...fields,
    key,
    html: null,
    text: 'Hello',
    createdAt: first.toISOString(),
    modifiedAt: later.toISOString(),
  });
});

describe('refused', () => {
  test('an alias that another template of the agent has', async () => {
    const kept = await templates();
    const { key } = kept.create(agent, fields, first);
    expect(() => kept.create(agent, fields, first)).toThrow(/alias welcome is in use already/);
    expect(kept.update(agent.id, key, { alias: 'welcome' }, later).alias).toBe('welcome');
    expect(kept.create(other, fields, first).alias).toBe('welcome');
    kept.create(agent, { ...fields, alias: null }, first);
    expect(kept.create(agent, { ...fields, alias: '' }, first).alias).toBeNull();
  });

  test('neither HTML nor text', async () => {
    const kept = await templates();
    expect(() => kept.create(agent, { ...fields, html: '', text: null }, first)).toThrow(
      /needs an HTML body/,
    );
  });

  test('a template that is not there, or of another agent', async () => {
    const kept = await templates();
    const { key } = kept.create(agent, fields, first);
    expect(() => kept.update(other.id, key, {}, later)).toThrow(/has no template/);
    expect(() => kept.copy(other, key, later)).toThrow(/has no template/);
    expect(() => kept.delete(other.id, key)).toThrow(/has no template/);
    kept.delete(agent.id, key);
    expect(() => kept.delete(agent.id, key)).toThrow(/has no template/);
  });
});

test('templates go with their agent', async () => {
  const ledger = await temporaryLedger();
  ledger.templates.create(agent, fields, first);
  const stays = ledger.templates.create(other, fields, first);
  ledger.deleteAgent(agent.id);
  expect(ledger.templates.list(agent.id)).toEqual([]);
  expect(ledger.templates.list(other.id)).toEqual([stays]);
});
