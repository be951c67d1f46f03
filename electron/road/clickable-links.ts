import type { TrackedMails } from '../ledger/tracked-mails.ts';
import { linksOf } from './links.ts';
import { ownLinks } from './own-links.ts';

/** The links of a message's HTML as its author wrote them, tracked or not. */
export function clickableLinks(html: string, tracked: Pick<TrackedMails, 'find'>): string[] {
  const own = ownLinks(tracked);
  return [...new Set(linksOf(html).map((link) => own(link)?.link ?? link))];
}
