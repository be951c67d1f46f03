import { z } from 'zod';
import { agentConfigSchema } from '#shared/agent.ts';
import { createFailureSchema } from '#shared/failure.ts';
import { gatewayConfigSchema } from '#shared/gateway.ts';
import { envelopeSchema, messageDoorSchema, sendingSchema } from '#shared/message.ts';
import { outcomeRulesSchema } from '#shared/outcome-rule.ts';
import { outcomeSchema, plannedOutcomeSchema } from '#shared/outcome.ts';
import { sessionSchema } from '#shared/session.ts';
import { suppressionSchema } from '#shared/suppression.ts';
import { noteSchema, tagNamesSchema } from '#shared/tag.ts';
import { templateViewSchema } from '#shared/template.ts';
import { verdictSchema } from '#shared/verdict.ts';
import { createWebhookSchema } from '#shared/webhook.ts';

/**
 * A workspace file is a zip archive: `workspace.json` says what it is, `office.json` has everything but mail,
 * `files/<n>` are the cached files that it names, and of each message there are `messages/<n>.json` and `messages/<n>.eml`.
 * A reader takes this version and older ones.
 */
export const workspaceVersion = 1;

export const entryNames = {
  manifest: 'workspace.json',
  office: 'office.json',
  file: (n: number) => `files/${n}`,
  facts: (n: number) => `messages/${n}.json`,
  mail: (n: number) => `messages/${n}.eml`,
} as const;

export const manifestSchema = z.object({
  format: z.literal('restante-workspace'),
  version: z.number().int().min(1),
  /** The Restante that wrote it. */
  madeBy: z.string().max(100),
  madeAt: z.iso.datetime(),
  withCredentials: z.boolean(),
  messages: z.number().int().min(0),
});
export type Manifest = z.infer<typeof manifestSchema>;

const cachedFileSchema = z.object({
  /** `files/<n>` has the bytes. */
  n: z.number().int().min(0),
  key: z.string().min(1).max(500),
  name: z.string().max(1000),
  mimeType: z.string().max(200),
  createdAt: z.iso.datetime(),
});

export const officeSchema = z.object({
  agents: z
    .array(
      z.object({
        /** Without credentials its tokens and short passwords are empty. */
        config: agentConfigSchema,
        templates: z.array(templateViewSchema).max(10_000),
        rules: outcomeRulesSchema,
        webhooks: z.array(createWebhookSchema).max(100),
        /** Signs for them; null without credentials. */
        webhookKey: z.string().min(1).max(500).nullable(),
        failures: z.array(createFailureSchema).max(1000),
        files: z.array(cachedFileSchema).max(100_000),
      }),
    )
    .max(200),
  suppressions: z.array(suppressionSchema).max(1_000_000),
  gateway: gatewayConfigSchema,
});
export type WorkspaceOffice = z.infer<typeof officeSchema>;
export type WorkspaceAgent = WorkspaceOffice['agents'][number];

export const messageFactsSchema = z.object({
  agentId: z.uuid(),
  door: messageDoorSchema,
  receivedAt: z.iso.datetime(),
  read: z.boolean(),
  starred: z.boolean().default(false),
  tags: tagNamesSchema.default([]),
  note: noteSchema.nullable().default(null),
  envelope: envelopeSchema,
  session: sessionSchema,
  verdicts: z.array(verdictSchema),
  sending: sendingSchema.optional(),
  outcomes: z.array(outcomeSchema),
  planned: z.array(plannedOutcomeSchema).default([]),
});
export type MessageFacts = z.infer<typeof messageFactsSchema>;
