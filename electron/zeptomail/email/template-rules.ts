import type { Verdict } from '#shared/verdict.ts';
import { refusal } from '../refusals.ts';
import type { GivenEmail } from './read-email.ts';
import type { SendKind } from './send-kind.ts';

/** A send from a template that names none (GE_102), or one that the agent has not (MTR_107). */
export function judgeTemplate(email: GivenEmail, kind: SendKind): Verdict[] {
  const { template, templateNames } = email;
  if (!kind.template || template !== null) {
    return [];
  }
  if (templateNames === null) {
    const explanation =
      'No template is named. Give “template_key” or “template_alias”; both stand on the agent’s page of templates.';
    return [refusal('field-empty', { target: 'Mail Template Key', explanation })];
  }
  const explanation =
    'This agent has no template with this key or alias. Templates belong to one agent; those of production have other keys than those here, and an alias may be the same in both.';
  const targetValue = templateNames.key ?? templateNames.alias;
  return [refusal('template-not-found', { targetValue, explanation })];
}
