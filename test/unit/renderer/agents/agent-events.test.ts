import { describe, expect, it } from 'vitest';
import { inOrder, moved, withAgentEvents } from '../../../../renderer/src/features/agents/agent-events.ts';
import { stateLabel, stateWords, unreadWords } from '../../../../renderer/src/features/agents/agent-words.ts';
import { shownAgent } from '../../../support/shown-agents.ts';

const a = shownAgent('A');
const b = shownAgent('B');
const names = (agents: readonly { name: string }[]) => agents.map((agent) => agent.name).join('');

describe('the agents after what was announced', () => {
  it('gain, change, lose and reorder', () => {
    const c = shownAgent('C');
    expect(names(withAgentEvents([a, b], [{ type: 'agent.created', agent: c }]))).toBe('ABC');
    expect(names(withAgentEvents([a, b], [{ type: 'agent.changed', agent: { ...a, name: 'Z' } }]))).toBe(
      'ZB',
    );
    expect(names(withAgentEvents([a, b], [{ type: 'agent.deleted', agentId: a.id }]))).toBe('B');
    expect(names(withAgentEvents([a, b], [{ type: 'agents.reordered', ids: [b.id, a.id] }]))).toBe('BA');
  });

  it('carry their newest counts', () => {
    const counts = { total: 9, unread: 4 };
    expect(withAgentEvents([a, b], [{ type: 'agent.counts', agentId: b.id, counts }])[1]?.counts).toEqual(
      counts,
    );
  });

  it('stay the same when nothing concerns them', () => {
    const agents = [a, b];
    expect(withAgentEvents(agents, [{ type: 'connected' }])).toBe(agents);
  });

  it('keep those that an order does not name behind the others', () => {
    expect(names(inOrder([a, b], [b.id]))).toBe('BA');
  });

  it('move within their list only', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 99)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  });
});

describe('the words for a state', () => {
  it('say where an agent listens, or why it does not', () => {
    expect(stateWords(a)).toBe('SMTP 2501 · API 8801');
    expect(stateWords({ ...a, state: 'stopped' })).toBe('Off');
    const problem = {
      code: 'port.in-use',
      message: 'Port 2501 is taken.',
      channel: 'smtp',
      port: 2501,
    } as const;
    expect(stateWords({ ...a, state: 'failed', problem })).toBe('Port 2501 is taken.');
    expect(stateLabel({ ...a, state: 'failed', problem })).toBe('problem');
  });

  it('keep an unread count short', () => {
    expect([0, 7, 1234, 123_456].map(unreadWords)).toEqual(['', '7', '1,234', '99k+']);
  });
});
