import addressparser from 'nodemailer/lib/addressparser';
import type { Address } from '#shared/message.ts';
import { refusal } from '../refusals.ts';
import type { Field, Sourced } from './field.ts';

/** Characters of one address list: 500 mailboxes at 320 are the most that a mail may have, with room for names. */
const longestList = 500 * 600;

/**
 * Reads a list of mailboxes as RFC 5322 writes it, `Jane <jane@b.test>, "Doe, John" <john@b.test>`. What is no
 * address comes back as one, so that the judge names it.
 */
export function parseMailboxes(list: string): readonly Address[] {
  return addressparser(list.slice(0, longestList), { flatten: true }).map(({ address, name }) =>
    address === '' || address === undefined
      ? { address: name ?? '', name: '' }
      : { address, name: name ?? '' },
  );
}

/** A string field that holds a list of mailboxes. */
export function mailboxesIn(field: Field): Sourced<readonly Address[]> {
  return { value: parseMailboxes(field.text() ?? ''), path: field.path };
}

/** A string field that holds one mailbox. */
export function mailboxIn(field: Field): Sourced<Address | undefined> {
  const [first, second] = mailboxesIn(field).value;
  if (second !== undefined) {
    const explanation = `“${field.path}” holds several mailboxes; a mail has one sender. Restante took the first.`;
    field.note(
      refusal('invalid-address', { target: field.path, targetValue: field.text() ?? '', explanation }),
    );
  }
  return { value: first, path: field.path };
}

/** A list of strings that hold mailboxes. */
export function mailboxesOfEach(field: Field): Sourced<readonly Address[]> {
  return {
    value: field.entries().flatMap((entry) => parseMailboxes(entry.text() ?? '')),
    path: field.path,
  };
}

/** An object `{email, name}`. */
export function emailAndName(field: Field): Address | undefined {
  return field.isGiven
    ? { address: field.get('email').text() ?? '', name: field.get('name').text() ?? '' }
    : undefined;
}
