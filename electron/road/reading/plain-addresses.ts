import libmime from 'libmime';
import type { Address } from '#shared/message.ts';

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const address = `${atom}(?:\\.${atom})*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*`;
const phrase = "[\\w!#$%&'*+/=?^`{|}~. -]*";
const mailbox = `"([^"\\\\]*)"[ ]*<(${address})>|(${phrase})<(${address})>|(${address})`;
const mailboxes = new RegExp(`[ ]*(?:${mailbox})[ ]*(?:,|$)`, 'y');
const unusual = /=\?|@(?:.*\.)?xn--/i;

/** The mailboxes of address fields (RFC 5322 3.4); null when one is a group, has comments or is otherwise unusual. */
export function plainAddresses(values: readonly string[]): Address[] | null {
  const found: Address[] = [];
  for (const value of values) {
    mailboxes.lastIndex = 0;
    while (mailboxes.lastIndex < value.length) {
      const match = mailboxes.exec(value);
      if (match === null) {
        return null;
      }
      const [, quoted, ofQuoted, words, ofWords, bare] = match;
      const spec = ofQuoted ?? ofWords ?? bare ?? '';
      if (unusual.test(spec)) {
        return null;
      }
      found.push({ address: spec, name: decoded((quoted ?? words ?? '').trim()) });
    }
  }
  return found;
}

function decoded(name: string): string {
  return name.includes('=?') ? libmime.decodeWords(name) : name;
}
