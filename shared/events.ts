import { z } from 'zod';
import { activityEntrySchema } from './activity.ts';
import { agentSchema } from './agent.ts';
import { messageSummarySchema } from './message.ts';
import { noticeSchema } from './notice.ts';
import { outcomeSchema } from './outcome.ts';
import { taskSchema } from './task.ts';
import { webhookDeliverySchema } from './webhook.ts';

const agentId = z.uuid();

/** Everything that is announced; the server-sent event's name is the type, its data the whole object as JSON. */
export const appEventSchema = z.discriminatedUnion('type', [
  /** Committed and answered; only the envelope is known yet. */
  z.object({ type: z.literal('message.held'), message: messageSummarySchema }),
  /** Read by the indexer: subject, snippet and search are ready. `restored`: not for the first time, its deletion was taken back. */
  z.object({
    type: z.literal('message.indexed'),
    message: messageSummarySchema,
    restored: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('message.changed'), message: messageSummarySchema }),
  /**
   * `ids` null: so many that the list had better be asked for again. `final` false: the deletion can be taken back;
   * when that is over, it is announced once more, with true.
   */
  z.object({
    type: z.literal('message.deleted'),
    agentId,
    ids: z.array(z.uuid()).nullable(),
    final: z.boolean(),
  }),
  /** More than ten messages changed at once (marked read and the like): ask for the list again. */
  z.object({ type: z.literal('messages.changed'), agentId: agentId.nullable() }),
  z.object({ type: z.literal('agent.created'), agent: agentSchema }),
  /** Configuration, state or ports changed. */
  z.object({ type: z.literal('agent.changed'), agent: agentSchema }),
  z.object({ type: z.literal('agent.counts'), agentId, counts: agentSchema.shape.counts }),
  z.object({ type: z.literal('agent.deleted'), agentId }),
  z.object({ type: z.literal('agents.reordered'), ids: z.array(agentId) }),
  z.object({ type: z.literal('activity.recorded'), entry: activityEntrySchema }),
  /** Something was played to a recipient of a message. */
  z.object({ type: z.literal('outcome.recorded'), outcome: outcomeSchema }),
  /** Something is to be played to a recipient of a message later. */
  z.object({ type: z.literal('outcome.planned'), agentId, messageId: z.uuid() }),
  /** Ports, state or what it refused changed: ask for the gateway again. */
  z.object({ type: z.literal('gateway.changed') }),
  /** Switches of the failure laboratory changed, or were used: ask for them again. */
  z.object({ type: z.literal('failures.changed'), agentId }),
  /** Webhooks of an agent, or the key that signs for them, changed: ask for them again. */
  z.object({ type: z.literal('webhooks.changed'), agentId }),
  /** The file cache of an agent changed: ask for it again. */
  z.object({ type: z.literal('files.changed'), agentId }),
  /** Exports were made or deleted: ask for them again. */
  z.object({ type: z.literal('exports.changed') }),
  /** An attempt to tell a webhook ended, well or not. */
  z.object({ type: z.literal('webhook.delivered'), delivery: webhookDeliverySchema }),
  /** An import or a replay began, got further or ended. */
  z.object({ type: z.literal('task.changed'), task: taskSchema }),
  /** What tags an agent's messages by itself changed: ask for it again. */
  z.object({ type: z.literal('tagging.changed'), agentId }),
  /** Ask for the saved searches again. */
  z.object({ type: z.literal('saved-searches.changed') }),
  z.object({ type: z.literal('notice.added'), notice: noticeSchema }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
export type AppEventType = AppEvent['type'];
export type AppEventOf<T extends AppEventType> = Extract<AppEvent, { type: T }>;
