import { describe, expect, test } from 'vitest';
import { movedUp } from '../../../../renderer/src/features/delivery/rule-order.ts';
import { ruleWords } from '../../../../renderer/src/features/delivery/rule-words.ts';
import { draftOf, ofKind, requestOf } from '../../../../renderer/src/features/delivery/suppression-draft.ts';
import {
  actionsFor,
  suppressionFacts,
} from '../../../../renderer/src/features/delivery/suppression-words.ts';
import type { Suppression } from '../../../../shared/suppression.ts';

const shop = '0192d7f4-5a2b-4c3d-8e4f-5a6b7c8d9e0f';
const blog = '0192d7f4-5a2b-4c3d-8e4f-5a6b7c8d9e10';

function entryFor(...agents: readonly string[]): Suppression {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    id: '0192d7f4-5a2b-4c3d-8e4f-5a6b7c8d9e11',
    kind: 'email',
    value: 'jane@example.com',
    action: 'reject',
    description: 'asked for it',
    category: 'manual',
    agents: [...agents],
    createdAt: at,
    modifiedAt: at,
  };
}

describe('the form of a suppression', () => {
  test('a new one is for this agent; its value is trimmed and in lower case', () => {
    expect(requestOf({ ...draftOf(undefined), value: ' Jane@Example.com ' }, shop)).toEqual({
      body: { kind: 'email', value: 'jane@example.com', action: 'suppress', description: '', agents: [shop] },
    });
  });

  test('an empty value, and one that is neither, are told at the field', () => {
    const draft = draftOf(undefined);
    expect(requestOf(draft, shop)).toEqual({ problems: { value: 'Which address?' } });
    expect(requestOf(ofKind(draft, 'domain'), shop)).toEqual({ problems: { value: 'Which domain?' } });
    expect(requestOf({ ...draft, value: 'jane' }, shop)).toHaveProperty('problems.value');
    expect(requestOf({ ...draft, kind: 'domain', value: 'a@b.c' }, shop)).toHaveProperty('problems.value');
  });

  test.each([
    [[shop], 'this', [shop]],
    [[], 'all', []],
    [[blog, shop], 'several', [blog, shop]],
  ] as const)('an entry for %j stays so', (agents, scope, asked) => {
    const entry = entryFor(...agents);
    const draft = draftOf(entry);
    expect(draft.scope).toBe(scope);
    expect(requestOf(draft, shop, entry.agents)).toHaveProperty('body.agents', asked);
  });

  test('a domain cannot be left untracked', () => {
    const draft = { ...draftOf(undefined), action: 'suppress_tracking' } as const;
    expect(ofKind(draft, 'domain').action).toBe('suppress');
    expect(ofKind(draft, 'email').action).toBe('suppress_tracking');
    expect(actionsFor('domain').map(({ action }) => action)).toEqual(['suppress', 'reject']);
  });
});

test('an entry says where it came from and for whom it holds', () => {
  expect(suppressionFacts(entryFor())).toBe('Added by hand · All agents · asked for it');
  const bounced = { ...entryFor(shop), category: 'User not found', description: '' };
  expect(suppressionFacts(bounced)).toBe('Bounced: User not found · This agent');
  expect(suppressionFacts({ ...entryFor(shop, blog), kind: 'domain' })).toBe(
    'With all domains below it · Added by hand · This agent and 1 more · asked for it',
  );
});

test('a rule says what it plays and when', () => {
  const rule = { recipient: '*', kind: 'softbounce', category: 'Mailbox full', delaySeconds: 3690 } as const;
  expect(ruleWords(rule)).toBe('Soft bounce: Mailbox full, after 1 h 1 min 30 s');
  expect(ruleWords({ ...rule, category: null, delaySeconds: 0 })).toBe('Soft bounce, at once');
});

test('a rule moves up by a place, the first stays', () => {
  expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(movedUp(['a', 'b'], 0)).toEqual(['a', 'b']);
});
