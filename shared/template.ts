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

/** A template as the control API shows it, with ZeptoMail's names for the bodies. */
export const templateViewSchema = z.object({
  key: z.string(),
  name: z.string().trim().min(1, 'A template needs a name.').max(templateLimits.name),
  alias: z.string().trim().max(templateLimits.alias).nullable(),
  subject: z.string().max(templateLimits.subject),
  htmlbody: z.string().max(templateLimits.body).nullable(),
  textbody: z.string().max(templateLimits.body).nullable(),
  sampleMergeInfo: mergeInfoSchema,
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type TemplateView = z.infer<typeof templateViewSchema>;

/** A row of the list. */
export const templateSummarySchema = templateViewSchema.omit({
  htmlbody: true,
  textbody: true,
  sampleMergeInfo: true,
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

const { name, alias, subject, htmlbody, textbody, sampleMergeInfo } = templateViewSchema.shape;

export const createTemplateSchema = z.strictObject({
  name,
  alias: alias.default(null),
  subject: subject.trim().min(1, 'A template needs a subject.'),
  htmlbody: htmlbody.default(null),
  textbody: textbody.default(null),
  sampleMergeInfo: sampleMergeInfo.default({}),
});

export const patchTemplateSchema = z
  .strictObject({
    name,
    alias,
    subject: createTemplateSchema.shape.subject,
    htmlbody,
    textbody,
    sampleMergeInfo,
  })
  .partial();
export type PatchTemplate = z.infer<typeof patchTemplateSchema>;

/** The parts of a template that are filled. */
const templateFieldSchema = z.enum(['subject', 'htmlbody', 'textbody']);
export type TemplateField = z.infer<typeof templateFieldSchema>;

export const previewTemplateSchema = z.strictObject({
  subject: subject.default(''),
  htmlbody: htmlbody.default(null),
  textbody: textbody.default(null),
  mergeInfo: mergeInfoSchema.default({}),
});
export type PreviewTemplate = z.output<typeof previewTemplateSchema>;

export const templatePreviewSchema = z.object({
  /** Filled; null where there is nothing to fill, or where it cannot be. */
  subject: z.string().nullable(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  /** Variables that are used and were not given, in order of appearance. */
  missing: z.array(z.string()),
  variables: z.array(z.string()),
  /** The first that cannot be filled, and why. */
  problem: z.object({ field: templateFieldSchema, message: z.string() }).optional(),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;
