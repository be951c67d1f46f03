import { z } from 'zod';

/** What can be exported, as ZeptoMail names it. */
export const exportTypes = ['mail-logs', 'activity-logs', 'suppression-list'] as const;
export type ExportType = (typeof exportTypes)[number];

/** A CSV file that was made of a list; it is kept for three days. */
export const exportSchema = z.object({
  id: z.string(),
  type: z.enum(exportTypes),
  name: z.string(),
  /** What was asked for, by the names of ZeptoMail's filters. */
  search: z.record(z.string(), z.string()),
  /** Whether the mails' texts are in it. */
  withContent: z.boolean(),
  isDownloaded: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Bytes. */
  size: z.number().int(),
});
export type Export = z.infer<typeof exportSchema>;

export const createExportSchema = z.strictObject({
  type: z.enum(exportTypes),
  /** The id of an agent; of all agents without it. */
  agent: z.string().optional(),
  /** Of `mail-logs` only. */
  withContent: z.boolean().optional(),
});
