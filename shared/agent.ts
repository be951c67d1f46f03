import { z } from 'zod';

/**
 * As in ZeptoMail (email limits): 50 agents an account, two of them in sandbox mode; two send mail tokens and two short
 * passwords an agent.
 */
export const agentLimits = {
  agents: 50,
  sandboxAgents: 2,
  tokens: 2,
  shortPasswords: 2,
  nameLength: 100,
  descriptionLength: 1000,
} as const;

/** Assumed for the messages: production says only that a sandbox agent's logs are kept for 3 days. */
export const sandboxMaxAgeDays = 3;

/** What a sandbox agent takes and tells on one day (https://www.zoho.com/zeptomail/help/agent-sandbox.html). */
export const sandboxLimits = { mailsPerDay: 10_000, webhookCallsPerDay: 20_000 } as const;

/** The four channels of a Mail Agent: SMTP with STARTTLS, SMTP with implicit TLS, the API over HTTP and over HTTPS. */
export const channelNames = ['smtp', 'smtps', 'api', 'apis'] as const;
export const channelNameSchema = z.enum(channelNames);
export type ChannelName = z.infer<typeof channelNameSchema>;

export const agentModeSchema = z.enum(['relaxed', 'strict']);
export type AgentMode = z.infer<typeof agentModeSchema>;

/** Whole-mail size limits in bytes: production's 15 MB when strict, 50 MB when relaxed, unless the agent says otherwise. */
export const defaultMaxMessageBytes: Readonly<Record<AgentMode, number>> = {
  strict: 15 * 1024 * 1024,
  relaxed: 50 * 1024 * 1024,
};

/** Small marks only; the page maps the name to a colour that keeps its contrast in light and dark. */
export const agentColours = [
  'blue',
  'teal',
  'green',
  'lime',
  'amber',
  'orange',
  'red',
  'pink',
  'violet',
  'slate',
] as const;
export const agentColourSchema = z.enum(agentColours);
export type AgentColour = z.infer<typeof agentColourSchema>;

/** A TCP port; 0 means any free port, chosen at each start. */
export const portSchema = z.number().int().min(0).max(65535);

const isoTimeSchema = z.iso.datetime();

/** 144 base64 characters, as production's (official WordPress plugin 3.3.3). Sent as `Zoho-enczapikey <token>`. */
export const sendMailTokenSchema = z.object({
  id: z.string().min(1),
  token: z.string().regex(/^[A-Za-z0-9+/=]{144}$/, 'A send mail token has 144 base64 characters.'),
  createdAt: isoTimeSchema,
});
export type SendMailToken = z.infer<typeof sendMailTokenSchema>;

export const shortPasswordSchema = z.object({
  id: z.string().min(1),
  username: z
    .string()
    .regex(/^emailappsmtp\.[A-Za-z0-9]+$/, 'The user name is “emailappsmtp.” with letters and digits.'),
  password: z.string().min(8),
  createdAt: isoTimeSchema,
});
export type ShortPassword = z.infer<typeof shortPasswordSchema>;

export const agentNameSchema = z
  .string()
  .trim()
  .min(1, 'A name is needed.')
  .max(agentLimits.nameLength, 'A name has at most 100 characters.');

export const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u,
    'This is not a domain name.',
  );

export const retentionSchema = z.object({
  /** The newest so many messages are kept; null keeps all. */
  maxCount: z.number().int().min(1).max(10_000_000).nullable().default(10_000),
  /** Messages older than this go; null keeps them whatever their age. */
  maxAgeDays: z.number().int().min(1).max(36_500).nullable().default(null),
});
export type Retention = z.infer<typeof retentionSchema>;

const trackingSchema = z.object({
  /** Whether mails tell of opens and clicks, unless the request or its headers say otherwise. */
  opens: z.boolean().default(false),
  clicks: z.boolean().default(false),
  /** Whether looking at a tracked mail in Restante's own preview is an open, and a link followed there a click. */
  preview: z.boolean().default(false),
});

const channelConfigSchema = z.object({ port: portSchema });

/** The ports of the four channels, as they are configured. */
export const channelsConfigSchema = z.object({
  smtp: channelConfigSchema,
  smtps: channelConfigSchema,
  api: channelConfigSchema,
  apis: channelConfigSchema,
});

/** A Mail Agent as it is kept in agents.json. */
export const agentConfigSchema = z.object({
  id: z.uuid(),
  key: z.string().regex(/^[0-9a-f]{16}$/, 'A key has 16 hex digits, in lower case.'),
  name: agentNameSchema,
  description: z.string().max(agentLimits.descriptionLength).default(''),
  colour: agentColourSchema.default('blue'),
  enabled: z.boolean().default(true),
  mode: agentModeSchema.default('relaxed'),
  /** Made for tests, as in ZeptoMail; settled when the agent is created. */
  sandbox: z.boolean().default(false),
  /** Bytes of a whole mail; null means the mode's default. */
  maxMessageBytes: z
    .number()
    .int()
    .min(1024)
    .max(1024 * 1024 * 1024)
    .nullable()
    .default(null),
  /** Verified sender domains. None: a relaxed agent does not judge the domain, a strict one refuses every sender. */
  domains: z.array(domainSchema).max(100).default([]),
  channels: channelsConfigSchema,
  tokens: z.array(sendMailTokenSchema).max(agentLimits.tokens),
  shortPasswords: z.array(shortPasswordSchema).max(agentLimits.shortPasswords).default([]),
  retention: retentionSchema.prefault({}),
  tracking: trackingSchema.prefault({}),
  createdAt: isoTimeSchema,
});
export type AgentConfig = z.infer<typeof agentConfigSchema>;

/** Bytes that a whole mail may have at this agent. */
export function maxMessageBytesOf(agent: Pick<AgentConfig, 'mode' | 'maxMessageBytes'>): number {
  return agent.maxMessageBytes ?? defaultMaxMessageBytes[agent.mode];
}

export const channelStateSchema = z.enum(['stopped', 'starting', 'listening', 'stopping', 'failed']);
export type ChannelState = z.infer<typeof channelStateSchema>;

/** Why a channel failed: a code of the error table, its human text, and what it is about. */
export const channelProblemSchema = z.object({
  code: z.string(),
  message: z.string(),
  channel: channelNameSchema,
  port: portSchema,
});
export type ChannelProblem = z.infer<typeof channelProblemSchema>;

/** A channel as it runs: `port` is the port it really listens on, also when the configured port is 0. */
export const channelSchema = z.object({
  port: portSchema,
  state: channelStateSchema,
  problem: channelProblemSchema.optional(),
});

/** The four channels as they run. */
export const channelsSchema = z.object({
  smtp: channelSchema,
  smtps: channelSchema,
  api: channelSchema,
  apis: channelSchema,
});

/** A Mail Agent as the control API shows it: its configuration, its state and its counts. */
export const agentSchema = agentConfigSchema.extend({
  /** Failed when any channel failed; listening when all four listen. */
  state: channelStateSchema,
  problem: channelProblemSchema.optional(),
  channels: channelsSchema,
  counts: z.object({ total: z.number().int(), unread: z.number().int() }),
});
export type Agent = z.infer<typeof agentSchema>;

/** A misspelt channel is refused; what a channel as it runs carries besides its port is passed over. */
export const channelPortsSchema = z.strictObject({
  smtp: channelConfigSchema.optional(),
  smtps: channelConfigSchema.optional(),
  api: channelConfigSchema.optional(),
  apis: channelConfigSchema.optional(),
});

/** What can be said of an agent at any time; everything but the name has a default. */
const agentWishSchema = z.strictObject({
  name: agentNameSchema,
  description: z.string().max(agentLimits.descriptionLength).optional(),
  colour: agentColourSchema.optional(),
  enabled: z.boolean().optional(),
  mode: agentModeSchema.optional(),
  /** A change may repeat it, as a whole agent put back does, but not change it. */
  sandbox: z.boolean().optional(),
  maxMessageBytes: agentConfigSchema.shape.maxMessageBytes.unwrap().optional(),
  domains: z.array(domainSchema).max(100).optional(),
  channels: channelPortsSchema.optional(),
  retention: z
    .strictObject({
      maxCount: retentionSchema.shape.maxCount.unwrap().optional(),
      maxAgeDays: retentionSchema.shape.maxAgeDays.unwrap().optional(),
    })
    .optional(),
  tracking: z
    .strictObject({
      opens: z.boolean().optional(),
      clicks: z.boolean().optional(),
      preview: z.boolean().optional(),
    })
    .optional(),
});

/** Credentials that the person brings along, e.g. so that every run of a pipeline has the same ones. */
const givenCredentials = {
  key: agentConfigSchema.shape.key.optional(),
  tokens: z
    .array(sendMailTokenSchema.partial({ id: true, createdAt: true }).strict())
    .max(agentLimits.tokens)
    .optional(),
  shortPasswords: z
    .array(shortPasswordSchema.partial({ id: true, createdAt: true }).strict())
    .max(agentLimits.shortPasswords)
    .optional(),
};

/** What can be said when an agent is created. Without `tokens` one is made; `[]` makes none. */
export const createAgentSchema = agentWishSchema.extend(givenCredentials);
export type CreateAgent = z.infer<typeof createAgentSchema>;

const ownRoutes: Readonly<Record<string, string>> = {
  key: 'The key of an agent stays as it is.',
  tokens: 'Tokens are made, rotated and revoked at /api/agents/:id/tokens.',
  shortPasswords: 'Short passwords are made, rotated and revoked at /api/agents/:id/short-passwords.',
};

/** Credentials are changed at their own routes, so that a whole agent put back cannot undo a rotation. */
export const patchAgentSchema = z.strictObject(agentWishSchema.partial().shape, {
  error: (issue) => (issue.code === 'unrecognized_keys' ? ownRoutes[String(issue['keys']?.[0])] : undefined),
});
export type PatchAgent = z.infer<typeof patchAgentSchema>;
