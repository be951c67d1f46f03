import { createWebhookSchema, type Webhook, webhookEvents } from '#shared/webhook.ts';
import type { CreateWebhook, WebhookEvent } from '#shared/webhook.ts';

/** The form of a webhook: what stands in its fields. */
export interface WebhookDraft {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly body: Webhook['body'];
  readonly formField: string;
  readonly headerName: string;
  readonly headerValue: string;
  readonly allowRemote: boolean;
}

/** What is wrong, by the field. */
export type WebhookProblems = Partial<Record<keyof WebhookDraft, string>>;

export function draftOf(webhook: Webhook | undefined): WebhookDraft {
  return {
    url: webhook?.url ?? '',
    events: webhook?.events ?? webhookEvents,
    body: webhook?.body ?? 'json',
    formField: webhook?.formField ?? 'payload',
    headerName: webhook?.header?.name ?? '',
    headerValue: webhook?.header?.value ?? '',
    allowRemote: webhook?.allowRemote ?? false,
  };
}

/** What the control API is asked for, or what is wrong at which field. */
export function requestOf(
  draft: WebhookDraft,
): { readonly body: Omit<CreateWebhook, 'enabled'> } | { readonly problems: WebhookProblems } {
  const { headerName, headerValue, events, ...rest } = draft;
  const header = headerName === '' && headerValue === '' ? null : { name: headerName, value: headerValue };
  const checked = createWebhookSchema.safeParse({ ...rest, events: [...events], header });
  if (checked.success) {
    const { enabled: _, ...body } = checked.data;
    return { body };
  }
  const problems: Record<string, string> = {};
  for (const issue of checked.error.issues) {
    problems[fieldOf(issue.path)] ??= issue.message;
  }
  return { problems };
}

/** Where in the form a path of the request's body belongs. */
function fieldOf([first, second]: readonly PropertyKey[]): string {
  if (first !== 'header') {
    return String(first);
  }
  return second === 'value' ? 'headerValue' : 'headerName';
}

/** Whether an address names this machine in the usual ways; other names may lead to it, too. */
export function namesThisMachine(url: string): boolean {
  return (
    !URL.canParse(url) || /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname)
  );
}
