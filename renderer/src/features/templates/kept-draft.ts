import type { TemplateDraft } from './template-draft.ts';

/**
 * What is not saved yet outlives leaving the page and closing the window. `key` is the template's, or `new`.
 * A browser that stores nothing, or no more, keeps no draft: that is no reason to stop the person from writing.
 */
export function keepDraft(agentId: string, key: string, draft: TemplateDraft): void {
  try {
    localStorage.setItem(nameOf(agentId, key), JSON.stringify(draft));
  } catch {
    forgetDraft(agentId, key);
  }
}

export function forgetDraft(agentId: string, key: string): void {
  try {
    localStorage.removeItem(nameOf(agentId, key));
  } catch {
    // Nothing is stored then.
  }
}

/** The draft on top of `saved`, whose fields stand where the draft has none. */
export function keptDraft(agentId: string, key: string, saved: TemplateDraft): TemplateDraft {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(agentId, key)) ?? '{}');
    return { ...saved, ...(found as Partial<TemplateDraft>) };
  } catch {
    return saved;
  }
}

function nameOf(agentId: string, key: string): string {
  return `restante.template-draft.${agentId}.${key}`;
}
