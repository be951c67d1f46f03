import { clickedLink } from '#shared/tracking.ts';
import type { TrackedMail, TrackedMails } from '../ledger/tracked-mails.ts';

/** Where a tracked link leads by itself, and whose mail it is in; undefined for every other address. */
export type OwnLinks = (address: string) => { readonly link: string; readonly agentId: string } | undefined;

/** Looks tracked links up; made anew for each document, whose links are all of one mail. */
export function ownLinks(tracked: Pick<TrackedMails, 'find'>): OwnLinks {
  const mails = new Map<string, TrackedMail | undefined>();
  return (address) => {
    const clicked = clickedLink(address);
    if (clicked === undefined) {
      return undefined;
    }
    if (!mails.has(clicked.mail)) {
      mails.set(clicked.mail, tracked.find(clicked.mail));
    }
    const mail = mails.get(clicked.mail);
    const link = mail?.links[clicked.n];
    return mail === undefined || link === undefined ? undefined : { link, agentId: mail.agentId };
  };
}
