import { z } from 'zod';
import { activityEntrySchema } from './activity.ts';
import {
  channelPortsSchema,
  channelProblemSchema,
  channelsConfigSchema,
  channelsSchema,
  channelStateSchema,
} from './agent.ts';

/** The gateway as it is kept in settings.json: one SMTP server and one API for all agents. */
export const gatewayConfigSchema = z.object({
  enabled: z.boolean().default(true),
  channels: channelsConfigSchema,
});
export type GatewayConfig = z.infer<typeof gatewayConfigSchema>;

/** A session or request that was refused because no agent could be found for it. */
export const gatewayAttemptSchema = activityEntrySchema.omit({ agentId: true, messageIds: true });
export type GatewayAttempt = z.infer<typeof gatewayAttemptSchema>;

/** The gateway as the control API shows it. */
export const gatewaySchema = z.object({
  enabled: z.boolean(),
  /** Failed when any channel failed; listening when all four listen. */
  state: channelStateSchema,
  problem: channelProblemSchema.optional(),
  channels: channelsSchema,
  /** What found no agent in this run, newest first, each with its explanation. What found one is in its activity. */
  attempts: z.array(gatewayAttemptSchema),
});
export type Gateway = z.infer<typeof gatewaySchema>;

export const patchGatewaySchema = z.strictObject({
  enabled: z.boolean().optional(),
  channels: channelPortsSchema.optional(),
});
export type PatchGateway = z.infer<typeof patchGatewaySchema>;
