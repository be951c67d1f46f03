import { randomUUID } from 'node:crypto';
import type { Sending } from '#shared/message.ts';
import type { TrackedMail } from '../ledger/tracked-mails.ts';
import { trackMime } from '../road/tracking/track-mime.ts';
import { trackedRecipient } from '../road/tracking/tracked-recipient.ts';
import type { DoorContext } from './door-context.ts';

/** A mail whose HTML tells of opens and clicks, and what is written down of it once it is held. */
interface TrackedByDoor {
  readonly raw: Buffer;
  readonly facts: Pick<TrackedMail, 'token' | 'recipient' | 'links'>;
}

/** The mail with its tracking, pointing at the agent's own API; undefined when nothing of it is tracked. */
export async function trackMail(
  raw: Buffer,
  { trackOpens: opens, trackClicks: clicks }: Pick<Sending, 'trackOpens' | 'trackClicks'>,
  { agentId, recipients }: { readonly agentId: string; readonly recipients: readonly string[] },
  { ledger, apiOrigin }: Pick<DoorContext, 'ledger' | 'apiOrigin'>,
): Promise<TrackedByDoor | undefined> {
  if (!opens && !clicks) {
    return undefined;
  }
  const origin = apiOrigin(agentId);
  const recipient = trackedRecipient(recipients, agentId, ledger);
  if (origin === null || recipient === undefined) {
    return undefined;
  }
  const token = randomUUID();
  const made = await trackMime(raw, { opens, clicks, token, origin });
  return made && { raw: made.raw, facts: { token, recipient, links: made.links } };
}
