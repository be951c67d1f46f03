import { randomUUID } from 'node:crypto';
import type { TrackedMail } from '../../ledger/tracked-mails.ts';
import { trackedHtml } from '../../road/tracking/tracked-html.ts';
import { trackedRecipient } from '../../road/tracking/tracked-recipient.ts';
import type { ApiRequest } from '../exchange.ts';
import type { ApiContext } from '../resource.ts';
import type { GivenEmail } from './read-email.ts';

/** What a mail is to tell of. */
export interface Tracking {
  readonly opens: boolean;
  readonly clicks: boolean;
}

/** The request's own wish goes before the agent's. */
export function trackingOf(
  { trackOpens, trackClicks }: Pick<GivenEmail, 'trackOpens' | 'trackClicks'>,
  { tracking }: Pick<ApiContext['agent'], 'tracking'>,
): Tracking {
  return { opens: trackOpens ?? tracking.opens, clicks: trackClicks ?? tracking.clicks };
}

/** What is written down of a tracked mail once it is held. */
type Tracked = Pick<TrackedMail, 'token' | 'recipient' | 'links'>;

/** The HTML with its tracking, pointing at the door that took the mail; undefined when nothing is tracked. */
export function trackEmail(
  html: string | null,
  tracking: Tracking,
  request: Pick<ApiRequest, 'tls' | 'host'>,
  { recipients, context }: { recipients: readonly string[]; context: Pick<ApiContext, 'agent' | 'ledger'> },
): { readonly html: string; readonly tracked: Tracked } | undefined {
  const { agent, ledger } = context;
  if (html === null || !(tracking.opens || tracking.clicks) || !/^[\w.:[\]-]+$/.test(request.host ?? '')) {
    return undefined;
  }
  const recipient = trackedRecipient(recipients, agent.id, ledger);
  if (recipient === undefined) {
    return undefined;
  }
  const token = randomUUID();
  const origin = `${request.tls ? 'https' : 'http'}://${request.host}`;
  const made = trackedHtml(html, { ...tracking, token, origin });
  return { html: made.html, tracked: { token, recipient, links: made.links } };
}
