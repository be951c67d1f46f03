import type { IncomingMessage } from 'node:http';
import { clickedLink, openedMail } from '#shared/tracking.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TrackedMail } from '../ledger/tracked-mails.ts';
import type { Outcomes } from '../road/outcomes.ts';

interface TrackingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** A transparent GIF of one by one. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const notThere: TrackingAnswer = { status: 404, headers: { 'Cache-Control': 'no-store' } };

/**
 * Takes a hit of a mail's picture or of one of its links, and plays it: an open once for a recipient, a click once for
 * each link. A click leads on to links only that the mail had when it came. Undefined for every other request.
 */
export function answerTracking(
  incoming: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { ledger, outcomes }: { readonly ledger: Ledger; readonly outcomes: Outcomes },
): TrackingAnswer | undefined {
  const path = (incoming.url ?? '').replace(/[?#].*$/s, '');
  const opened = openedMail(path);
  const clicked = clickedLink(path);
  if (incoming.method !== 'GET' || !path.startsWith('/track/') || !(opened || clicked)) {
    return undefined;
  }
  const mail = ledger.tracked.find(opened ?? clicked?.mail ?? '');
  if (mail === undefined) {
    return notThere;
  }
  const userAgent = incoming.headers['user-agent'];
  if (clicked === undefined) {
    playOnce(mail, 'open', undefined);
    return {
      status: 200,
      headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' },
      body: pixel,
    };
  }
  const link = mail.links[clicked.n];
  if (link === undefined) {
    return notThere;
  }
  playOnce(mail, 'click', link);
  return { status: 302, headers: { Location: new URL(link).href, 'Cache-Control': 'no-store' } };

  function playOnce(
    { agentId, messageId, recipient }: TrackedMail,
    kind: 'open' | 'click',
    on: string | undefined,
  ): void {
    const known = ledger.outcomes
      .of(messageId)
      .some(
        (outcome) =>
          outcome.recipient === recipient && outcome.kind === kind && outcome.link === (on ?? null),
      );
    if (!known) {
      outcomes.play({ agentId, messageId, recipient, kind, origin: 'tracking', link: on, userAgent });
    }
  }
}
