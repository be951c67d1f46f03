import { describe, expect, test } from 'vitest';
import type { ChannelProblem } from '#shared/agent.ts';
import {
  agentState,
  type ChannelEvent,
  type ChannelStatus,
  channelView,
  nextStatus,
} from '../../../electron/agents/channel-state.ts';

const problem: ChannelProblem = { code: 'port.in-use', message: 'taken', channel: 'smtp', port: 2501 };
const stopped: ChannelStatus = { state: 'stopped' };
const starting: ChannelStatus = { state: 'starting' };
const listening: ChannelStatus = { state: 'listening', port: 2501 };
const stopping: ChannelStatus = { state: 'stopping', port: 2501 };
const failed: ChannelStatus = { state: 'failed', problem };

const open: ChannelEvent = { type: 'open' };
const opened: ChannelEvent = { type: 'opened', port: 2501 };
const refused: ChannelEvent = { type: 'refused', problem };
const close: ChannelEvent = { type: 'close' };
const closed: ChannelEvent = { type: 'closed' };

const transitions: readonly [ChannelStatus, ChannelEvent, ChannelStatus][] = [
  [stopped, open, starting],
  [failed, open, starting],
  [starting, opened, listening],
  [starting, refused, failed],
  [listening, close, stopping],
  [failed, close, stopped],
  [stopping, closed, stopped],
];

describe('a channel', () => {
  test.each(transitions)('that is $state takes $type', (status, event, next) => {
    expect(nextStatus(status, event)).toEqual(next);
  });

  const all = [stopped, starting, listening, stopping, failed];
  const senseless = all.flatMap((status) =>
    [open, opened, refused, close, closed]
      .filter((event) => !transitions.some(([from, type]) => from === status && type === event))
      .map((event): [ChannelStatus, ChannelEvent] => [status, event]),
  );
  test.each(senseless)('that is $state refuses $type as a mistake of ours', (status, event) => {
    expect(() => nextStatus(status, event)).toThrow(`A channel that is ${status.state}`);
  });
});

test.each([
  { channels: [listening, listening, listening, listening], state: 'listening' },
  { channels: [stopped, stopped, stopped, stopped], state: 'stopped' },
  { channels: [listening, failed, listening, starting], state: 'failed' },
  { channels: [listening, starting, stopped, listening], state: 'starting' },
  { channels: [stopping, stopped, stopped, listening], state: 'stopping' },
  { channels: [listening, listening, listening, stopped], state: 'stopped' },
] as const)('an agent with these channels is $state', ({ channels, state }) => {
  expect(agentState(channels)).toBe(state);
});

test('an agent shows the ports really bound, and the first problem beside the channels that run on', () => {
  const configured = { smtp: { port: 2501 }, smtps: { port: 0 }, api: { port: 8801 }, apis: { port: 8441 } };
  const view = channelView(configured, {
    smtp: failed,
    smtps: { state: 'listening', port: 41234 },
    api: stopped,
    apis: stopping,
  });
  expect(view).toEqual({
    state: 'failed',
    problem,
    channels: {
      smtp: { state: 'failed', port: 2501, problem },
      smtps: { state: 'listening', port: 41234 },
      api: { state: 'stopped', port: 8801 },
      apis: { state: 'stopping', port: 2501 },
    },
  });
});
