import { describe, expect, it } from 'vitest';
import {
  draftField,
  draftOf,
  newDraft,
  problemsOf,
  requestOf,
  sandboxChanges,
} from '../../../../renderer/src/features/agents/agent-draft.ts';
import { shownAgent } from '../../../support/shown-agents.ts';

describe('the form of an agent', () => {
  it('asks for nothing but the name when the rest is left to Restante', () => {
    const draft = { ...newDraft('teal'), name: '  Storefront ' };
    expect(problemsOf(draft)).toEqual({});
    const request = requestOf(draft, null);
    expect(request).toMatchObject({ name: 'Storefront', colour: 'teal' });
    expect(request.channels).toBeUndefined();
  });

  it('sends only what was changed', () => {
    const before = draftOf(shownAgent('Storefront'));
    expect(requestOf(before, before)).toEqual({ name: 'Storefront' });
    expect(
      requestOf({ ...before, maxSize: '1.5', ports: { ...before.ports, apis: '9443' } }, before),
    ).toEqual({
      name: 'Storefront',
      maxMessageBytes: 1_572_864,
      channels: { apis: { port: 9443 } },
    });
  });

  it('says all messages are kept by an empty count, and gives the mode its own limit back', () => {
    const before = draftOf(shownAgent('Storefront', { maxMessageBytes: 2_097_152 }));
    expect(before.maxSize).toBe('2');
    expect(requestOf({ ...before, maxSize: '', maxCount: '' }, before)).toMatchObject({
      maxMessageBytes: null,
      retention: { maxCount: null, maxAgeDays: null },
    });
  });

  it('chooses 3 days with sandbox mode and takes them back, but leaves days that were written', () => {
    const live = { ...newDraft('blue'), name: 'Trial' };
    const sandbox = { ...live, ...sandboxChanges(live, true) };
    expect(requestOf(sandbox, null)).toMatchObject({ sandbox: true, retention: { maxAgeDays: 3 } });
    expect({ ...sandbox, ...sandboxChanges(sandbox, false) }).toEqual(live);
    for (const wanted of [true, false]) {
      expect(sandboxChanges({ ...live, maxAge: '30' }, wanted).maxAge).toBe('30');
    }
  });

  it('does not speak of sandbox mode when an agent is changed', () => {
    const before = draftOf(shownAgent('Trial', { sandbox: true }));
    expect(requestOf({ ...before, colour: 'red' }, before)).toEqual({ name: 'Trial', colour: 'red' });
  });

  it.each([
    ['name', { name: ' ' }],
    ['domains', { domains: ['not a domain'] }],
    ['maxSize', { maxSize: 'big' }],
    ['maxCount', { maxCount: '-1' }],
    ['maxAge', { maxAge: '1.5' }],
    ['ports.smtp', { ports: { smtp: '70000', smtps: '', api: '', apis: '' } }],
  ])('marks what is wrong at %s', (field, changes) => {
    expect(Object.keys(problemsOf({ ...newDraft('blue'), name: 'A', ...changes }))).toEqual([field]);
  });

  it('finds the place of an error of the control API', () => {
    expect(draftField('channels.apis.port')).toBe('ports.apis');
    expect(draftField('retention.maxAgeDays')).toBe('maxAge');
    expect(draftField('domains.3')).toBe('domains');
    expect(draftField('name')).toBe('name');
  });
});
