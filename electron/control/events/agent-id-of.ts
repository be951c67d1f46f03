import { assertNever } from '#shared/assert.ts';
import type { AppEvent } from '#shared/events.ts';

/** The agent that an event is about; undefined when it concerns everybody. */
export function agentIdOf(event: AppEvent): string | undefined {
  switch (event.type) {
    case 'message.held':
    case 'message.indexed':
    case 'message.changed':
      return event.message.agentId;
    case 'message.deleted':
    case 'agent.counts':
    case 'agent.deleted':
    case 'webhooks.changed':
    case 'failures.changed':
    case 'tagging.changed':
    case 'files.changed':
    case 'outcome.planned':
      return event.agentId;
    case 'messages.changed':
      return event.agentId ?? undefined;
    case 'task.changed':
      return event.task.agentId ?? undefined;
    case 'agent.created':
    case 'agent.changed':
      return event.agent.id;
    case 'activity.recorded':
      return event.entry.agentId;
    case 'outcome.recorded':
      return event.outcome.agentId;
    case 'webhook.delivered':
      return event.delivery.agentId;
    case 'agents.reordered':
    case 'gateway.changed':
    case 'saved-searches.changed':
    case 'exports.changed':
    case 'notice.added':
      return undefined;
    default:
      return assertNever(event);
  }
}
