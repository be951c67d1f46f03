import type { Envelope } from '#shared/message.ts';
import { mostTags, tagNameOf } from '#shared/tag-name.ts';
import type { FoundTags } from '../../store/protocol.ts';
import type { ReadMessage } from './read-message.ts';

/** Tags that a message brings along: `X-Tags: one, two`, and recipients like `jane+one+two@example.com`. */
export function tagsIn({ headers, to, cc, bcc }: ReadMessage, { rcptTo }: Envelope): FoundTags {
  const header = headers
    .filter(({ name }) => name.toLowerCase() === 'x-tags')
    .flatMap(({ value }) => value.split(','));
  const recipients = [...[...to, ...cc, ...bcc].map(({ address }) => address), ...rcptTo];
  return { header: namesOf(header), addresses: namesOf(recipients.flatMap(detailsOf)) };
}

/** What stands between the plus signs and the @ of an address. */
function detailsOf(address: string): string[] {
  const at = address.lastIndexOf('@');
  return at === -1 ? [] : address.slice(0, at).split('+').slice(1);
}

function namesOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => tagNameOf(text) ?? []))].slice(0, mostTags);
}
