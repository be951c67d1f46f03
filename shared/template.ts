import { z } from 'zod';

/** Characters. `subject` is that of every mail (reference 2.2); the others are assumed. */
export const templateLimits = { name: 250, alias: 100, subject: 500, body: 1024 * 1024 } as const;

/** What fills the variables of a template. */
export const mergeInfoSchema = z.record(z.string(), z.unknown());
export type MergeInfo = z.infer<typeof mergeInfoSchema>;

/** A template as the ledger keeps it; a body that is empty is none. */
export interface Template {
  /** Production's `template_key`. */
  readonly key: string;
  readonly name: string;
  /** Another name for the key, once per agent. */
  readonly alias: string | null;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  /** What its author tries it with. */
  readonly sampleMergeInfo: MergeInfo;
  /** ISO 8601, as is `modifiedAt`. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export type TemplateFields = Omit<Template, 'key' | 'createdAt' | 'modifiedAt'>;
