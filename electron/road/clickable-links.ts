import { clickedLink } from '#shared/tracking.ts';
import type { TrackedMails } from '../ledger/tracked-mails.ts';
import { linksOf } from './links.ts';

/** The links of a message's HTML as its author wrote them, tracked or not. */
export function clickableLinks(html: string, tracked: Pick<TrackedMails, 'find'>): string[] {
  const links = linksOf(html).map((link) => {
    const clicked = clickedLink(link);
    return (clicked && tracked.find(clicked.mail)?.links[clicked.n]) ?? link;
  });
  return [...new Set(links)];
}
