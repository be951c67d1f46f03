import { fillIn } from './fill-in.ts';
import type { MergeInfo } from './merge-info.ts';
import type { GivenEmail } from './read-email.ts';
import type { SendKind } from './send-kind.ts';

/** One mail of a send, and what its texts asked for in vain. */
export interface ExpandedEmail {
  readonly email: GivenEmail;
  readonly missingVariables: readonly string[];
}

/**
 * The mails that a send comes to, made one by one: a batch of 500 long texts never lies in memory whole.
 * A plain send keeps its placeholders: no merge is documented for it (assumed).
 */
export function* expandEmail(email: GivenEmail, kind: SendKind): Generator<ExpandedEmail> {
  if (!kind.batch) {
    yield kind.template ? filled(email, email.mergeInfo ?? {}) : { email, missingVariables: [] };
    return;
  }
  for (const recipient of batchRecipients(email)) {
    // Everybody in cc and bcc gets a copy of every mail (assumed).
    yield filled({ ...email, to: [recipient] }, recipient.mergeInfo ?? email.mergeInfo ?? {});
  }
}

/** How many mails a send comes to. */
export function countEmails(email: GivenEmail, kind: SendKind): number {
  return kind.batch ? batchRecipients(email).length : 1;
}

/** Those who get a mail each. */
function batchRecipients(email: GivenEmail): GivenEmail['to'] {
  return email.to.filter(({ isValid }) => isValid);
}

function filled(email: GivenEmail, info: MergeInfo): ExpandedEmail {
  const missing = new Set<string>();
  function fill(source: string, into: 'html' | 'text'): string {
    const result = fillIn(source, info, into);
    for (const name of result.missing) {
      missing.add(name);
    }
    return result.text;
  }
  const merged: GivenEmail = {
    ...email,
    subject: fill(email.subject, 'text'),
    html: email.html === null ? null : fill(email.html, 'html'),
    text: email.text === null ? null : fill(email.text, 'text'),
    clientReference: email.clientReference === null ? null : fill(email.clientReference, 'text'),
  };
  return { email: merged, missingVariables: [...missing] };
}
