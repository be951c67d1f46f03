import { type MergeInfo, type TemplateView, mergeInfoSchema } from '#shared/template.ts';

/** A template as it is being written: every field a text. */
export interface TemplateDraft {
  readonly name: string;
  readonly alias: string;
  readonly subject: string;
  readonly htmlbody: string;
  readonly textbody: string;
  readonly sampleMergeInfo: string;
}

export type DraftProblems = Partial<Record<keyof TemplateDraft, string>>;

/** What the control API fills for a preview. */
export interface PreviewRequest {
  readonly subject: string;
  readonly htmlbody: string | null;
  readonly textbody: string | null;
  readonly mergeInfo: MergeInfo;
}

/** A new template shows how variables are written. */
const newDraft: TemplateDraft = {
  name: '',
  alias: '',
  subject: 'Your order {{order.number}}',
  htmlbody:
    '<h1>Thank you, {{name}}</h1>\n<ul>\n{{#order.items}}\n  <li>{{this.title}}</li>\n{{/order.items}}\n</ul>\n',
  textbody: '',
  sampleMergeInfo: JSON.stringify(
    { name: 'Paula', order: { number: 42, items: [{ title: 'Lamp' }, { title: 'Desk' }] } },
    null,
    2,
  ),
};

export function draftOf(template: TemplateView | undefined): TemplateDraft {
  if (!template) {
    return newDraft;
  }
  return {
    name: template.name,
    alias: template.alias ?? '',
    subject: template.subject,
    htmlbody: template.htmlbody ?? '',
    textbody: template.textbody ?? '',
    sampleMergeInfo: JSON.stringify(template.sampleMergeInfo, null, 2),
  };
}

export function isSame(one: TemplateDraft, other: TemplateDraft): boolean {
  return (Object.keys(one) as (keyof TemplateDraft)[]).every((field) => one[field] === other[field]);
}

/** The sample as an object; undefined where the text is no JSON object. An empty text is an empty object. */
export function sampleOf(text: string): MergeInfo | undefined {
  try {
    const parsed: unknown = text.trim() === '' ? {} : JSON.parse(text);
    return Array.isArray(parsed) ? undefined : mergeInfoSchema.safeParse(parsed).data;
  } catch {
    return undefined;
  }
}

/** What the control API is sent, or what is wrong with the draft. */
export function requestOf(draft: TemplateDraft) {
  const sampleMergeInfo = sampleOf(draft.sampleMergeInfo);
  const problems: DraftProblems = {
    ...(draft.name.trim() === '' && { name: 'A template needs a name.' }),
    ...(draft.subject.trim() === '' && { subject: 'A template needs a subject.' }),
    ...(draft.htmlbody === '' && draft.textbody === '' && { htmlbody: 'Write HTML, a text, or both.' }),
    ...(sampleMergeInfo === undefined && { sampleMergeInfo: 'This is no JSON object.' }),
  };
  if (sampleMergeInfo === undefined || Object.keys(problems).length > 0) {
    return { problems };
  }
  const body = {
    name: draft.name,
    alias: draft.alias.trim() || null,
    subject: draft.subject,
    htmlbody: draft.htmlbody || null,
    textbody: draft.textbody || null,
    sampleMergeInfo,
  };
  return { body };
}

/** What a preview of the draft needs; a sample that cannot be read counts as empty. */
export function previewOf(draft: TemplateDraft): PreviewRequest {
  return {
    subject: draft.subject,
    htmlbody: draft.htmlbody || null,
    textbody: draft.textbody || null,
    mergeInfo: sampleOf(draft.sampleMergeInfo) ?? {},
  };
}
