import type { AppEvent } from '#shared/events.ts';
import type { MessageSummary } from '#shared/message.ts';
import type { MessageView } from '../../api/query-keys.ts';

/** What a handful of events means for one view of the messages. */
export interface EventBatch {
  /** New to the view, newest first. */
  readonly arrivals: readonly MessageSummary[];
  readonly changes: ReadonlyMap<string, MessageSummary>;
  readonly removals: ReadonlySet<string>;
  /** The newest page must be asked for again: the view is a search, or there is too much to follow one by one. */
  readonly askAgain: boolean;
  /** Anything may have changed anywhere in the view. */
  readonly reload: boolean;
}

/** More arrivals than this in one batch (one frame of the screen) are not followed one by one. */
export const arrivalsPerBatch = 150;

/** Boils events, in the order they came, down to what they mean for a view. */
export function batchOf(
  events: readonly (AppEvent | { readonly type: 'connected' })[],
  view: MessageView,
): EventBatch {
  const arrivals = new Map<string, MessageSummary>();
  const changes = new Map<string, MessageSummary>();
  const removals = new Set<string>();
  let askAgain = false;
  let reload = false;
  const concerns = (agentId: string | null) =>
    view.agentId === null || agentId === null || view.agentId === agentId;
  for (const event of events) {
    switch (event.type) {
      case 'connected':
        reload = true;
        break;
      case 'messages.changed':
        reload ||= concerns(event.agentId);
        break;
      case 'agent.deleted':
        reload ||= view.agentId === null;
        break;
      case 'message.deleted':
        if (concerns(event.agentId)) {
          reload ||= event.ids === null;
          for (const id of event.ids ?? []) {
            arrivals.delete(id);
            changes.delete(id);
            removals.add(id);
          }
        }
        break;
      case 'message.held':
        if (concerns(event.message.agentId)) {
          arrivals.set(event.message.id, event.message);
        }
        break;
      case 'message.indexed':
      case 'message.changed':
        if (concerns(event.message.agentId)) {
          (arrivals.has(event.message.id) ? arrivals : changes).set(event.message.id, event.message);
          // Only the server knows whether the message, now that it is read, belongs to the search.
          askAgain ||= event.type === 'message.indexed' && view.q !== '';
        }
        break;
      default:
        break;
    }
  }
  const follow = view.q === '' && arrivals.size <= arrivalsPerBatch;
  return {
    arrivals: follow ? [...arrivals.values()].reverse() : [],
    changes,
    removals,
    askAgain: askAgain || (view.q === '' && !follow),
    reload,
  };
}
