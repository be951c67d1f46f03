import type { Agent, ChannelName, ChannelProblem, ChannelState } from '#shared/agent.ts';
import { channelNames } from '#shared/agent.ts';

/** A channel's state with what belongs to it. */
export type ChannelStatus =
  | { readonly state: 'stopped' }
  | { readonly state: 'starting' }
  | { readonly state: 'listening'; readonly port: number }
  | { readonly state: 'stopping'; readonly port: number }
  | { readonly state: 'failed'; readonly problem: ChannelProblem };

export type ChannelEvent =
  | { readonly type: 'open' }
  | { readonly type: 'opened'; readonly port: number }
  | { readonly type: 'refused'; readonly problem: ChannelProblem }
  | { readonly type: 'close' }
  | { readonly type: 'closed' };

/** The state after an event. An event that makes no sense in a state is a programming error, and throws. */
export function nextStatus(status: ChannelStatus, event: ChannelEvent): ChannelStatus {
  switch (event.type) {
    case 'open':
      if (status.state === 'stopped' || status.state === 'failed') {
        return { state: 'starting' };
      }
      break;
    case 'opened':
      if (status.state === 'starting') {
        return { state: 'listening', port: event.port };
      }
      break;
    case 'refused':
      if (status.state === 'starting') {
        return { state: 'failed', problem: event.problem };
      }
      break;
    case 'close':
      if (status.state === 'listening') {
        return { state: 'stopping', port: status.port };
      }
      if (status.state === 'failed') {
        return { state: 'stopped' };
      }
      break;
    case 'closed':
      if (status.state === 'stopping') {
        return { state: 'stopped' };
      }
      break;
  }
  throw new Error(`A channel that is ${status.state} cannot take “${event.type}”.`);
}

/** The agent's state: failed if a channel failed, else on its way if one is, else listening if all are. */
export function agentState(channels: readonly ChannelStatus[]): ChannelState {
  const states = new Set(channels.map((channel) => channel.state));
  for (const state of ['failed', 'starting', 'stopping'] as const) {
    if (states.has(state)) {
      return state;
    }
  }
  return states.size === 1 && states.has('listening') ? 'listening' : 'stopped';
}

/** State, problem and channels as the control API shows them. */
export function channelView(
  configured: Readonly<Record<ChannelName, { readonly port: number }>>,
  statuses: Readonly<Record<ChannelName, ChannelStatus>>,
): Pick<Agent, 'state' | 'problem' | 'channels'> {
  const show = (channel: ChannelName): Agent['channels'][ChannelName] => {
    const status = statuses[channel];
    return {
      state: status.state,
      port: 'port' in status ? status.port : configured[channel].port,
      ...(status.state === 'failed' && { problem: status.problem }),
    };
  };
  const channels = { smtp: show('smtp'), smtps: show('smtps'), api: show('api'), apis: show('apis') };
  const problem = channelNames.map((channel) => channels[channel].problem).find((one) => one !== undefined);
  return {
    state: agentState(channelNames.map((channel) => statuses[channel])),
    ...(problem && { problem }),
    channels,
  };
}
