import { randomUUID } from 'node:crypto';
import type { Agent } from '#shared/agent.ts';

/** A Mail Agent that listens, as the control API shows it. */
export function shownAgent(name: string, changes: Partial<Agent> = {}): Agent {
  return {
    id: randomUUID(),
    key: '0123456789abcdef',
    name,
    description: '',
    colour: 'blue',
    enabled: true,
    mode: 'relaxed',
    sandbox: false,
    maxMessageBytes: null,
    domains: [],
    channels: {
      smtp: { port: 2501, state: 'listening' },
      smtps: { port: 4651, state: 'listening' },
      api: { port: 8801, state: 'listening' },
      apis: { port: 8441, state: 'listening' },
    },
    tokens: [],
    shortPasswords: [],
    tracking: { opens: false, clicks: false, preview: false },
    retention: { maxCount: 10_000, maxAgeDays: null },
    createdAt: '2026-01-01T00:00:00.000Z',
    state: 'listening',
    counts: { total: 0, unread: 0 },
    ...changes,
  };
}
