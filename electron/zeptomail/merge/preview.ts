import { RestanteError } from '#shared/errors.ts';
import type { PreviewTemplate, TemplateField, TemplatePreview } from '#shared/template.ts';
import { MergeProblem } from './merge-problem.ts';
import { renderMerge, variablesOf } from './render.ts';

type Sources = Readonly<Partial<Record<TemplateField, string | null | undefined>>>;

const fields = [
  ['subject', 'text'],
  ['htmlbody', 'html'],
  ['textbody', 'text'],
] as const;

/** Fills what a person is writing: a part that cannot be filled is null, and the first problem is told. */
export function previewTemplate({ mergeInfo, ...sources }: PreviewTemplate): TemplatePreview {
  const filled: Record<TemplateField, string | null> = { subject: null, htmlbody: null, textbody: null };
  const missing = new Set<string>();
  const variables = new Set<string>();
  let problem: TemplatePreview['problem'];
  for (const [field, mode] of fields) {
    const source = sources[field];
    if (source === null) {
      continue;
    }
    try {
      for (const name of variablesOf(source)) {
        variables.add(name);
      }
      const merged = renderMerge(source, mergeInfo, mode);
      filled[field] = merged.text;
      for (const name of merged.missing) {
        missing.add(name);
      }
    } catch (error) {
      problem ??= { field, message: reasonOf(error) };
    }
  }
  return {
    subject: filled.subject,
    html: filled.htmlbody,
    text: filled.textbody,
    missing: [...missing],
    variables: [...variables],
    ...(problem && { problem }),
  };
}

/** @throws RestanteError `template.syntax` with the field that cannot be read */
export function checkTemplate(sources: Sources): void {
  for (const [field] of fields) {
    try {
      variablesOf(sources[field] ?? '');
    } catch (error) {
      throw new RestanteError('template.syntax', { reason: reasonOf(error) }, { field, cause: error });
    }
  }
}

/** The words of a problem of the template; every other error goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof MergeProblem) {
    return error.message;
  }
  throw error;
}
