import { createSuppressionSchema } from '#shared/suppression.ts';
import type { Suppression } from '#shared/suppression.ts';

/** The form of an entry of the suppression list: what stands in its fields. */
export interface SuppressionDraft extends Pick<Suppression, 'kind' | 'value' | 'action' | 'description'> {
  /** `several` leaves the agents of an entry as they are. */
  readonly scope: 'this' | 'all' | 'several';
}

/** What is wrong, by the field. */
export type SuppressionProblems = Partial<Record<keyof SuppressionDraft, string>>;

type SuppressionRequest = Pick<Suppression, 'kind' | 'value' | 'action' | 'description' | 'agents'>;

export function draftOf(entry: Suppression | undefined): SuppressionDraft {
  const { kind = 'email', value = '', action = 'suppress', description = '', agents } = entry ?? {};
  return { kind, value, action, description, scope: scopeOf(agents) };
}

/** An entry for a single agent that is shown at an agent is that agent's. */
function scopeOf(agents: readonly string[] | undefined): SuppressionDraft['scope'] {
  if (agents === undefined || agents.length === 1) {
    return 'this';
  }
  return agents.length === 0 ? 'all' : 'several';
}

/** The draft for another kind: what a domain cannot have falls back to the first action. */
export function ofKind(draft: SuppressionDraft, kind: Suppression['kind']): SuppressionDraft {
  const keepsAction = kind === 'email' || draft.action !== 'suppress_tracking';
  return { ...draft, kind, action: keepsAction ? draft.action : 'suppress' };
}

/** What the control API is asked for, or what is wrong at which field. */
export function requestOf(
  { scope, ...draft }: SuppressionDraft,
  agentId: string,
  before: readonly string[] = [],
): { readonly body: SuppressionRequest } | { readonly problems: SuppressionProblems } {
  if (draft.value.trim() === '') {
    return { problems: { value: `Which ${draft.kind === 'email' ? 'address' : 'domain'}?` } };
  }
  const agents = { this: [agentId], all: [], several: [...before] }[scope];
  const checked = createSuppressionSchema.safeParse({ ...draft, agents });
  return checked.success
    ? { body: checked.data }
    : {
        problems: Object.fromEntries(
          checked.error.issues.map(({ path: [field], message }) => [String(field), message]),
        ),
      };
}
