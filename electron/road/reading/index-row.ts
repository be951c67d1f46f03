import type { Envelope } from '#shared/message.ts';
import type { IndexRow } from '../../store/protocol.ts';
import { packAddresses } from '../../store/rows.ts';
import { searchable } from '../../store/search-text.ts';
import { collapsed } from './html-facts.ts';
import type { ReadMessage } from './read-message.ts';
import { cut } from './snippet.ts';

const mostSubject = 2000;
const mostText = 200_000;
const mostAddresses = 200;
/** Texts larger than this are not compared line by line with the HTML. */
const mostCompared = 64 * 1024;

/** What the store's index keeps of a message. Without a header From or To the envelope speaks. */
export function indexRowOf(
  { seq, again }: Pick<IndexRow, 'seq' | 'again'>,
  message: ReadMessage,
  envelope: Envelope,
): IndexRow {
  const from = message.from ?? (envelope.mailFrom ? { address: envelope.mailFrom, name: '' } : null);
  const to = message.to.length > 0 ? message.to : envelope.rcptTo.map((address) => ({ address, name: '' }));
  const subject = cut(message.subject, mostSubject);
  return {
    seq,
    again,
    failed: message.problem !== null,
    fromAddress: from === null ? null : from.address,
    fromName: from?.name ?? '',
    recipients: packAddresses(to.slice(0, mostAddresses)),
    subject,
    snippet: message.snippet,
    code: message.code?.typed ?? null,
    attachmentCount: message.parts.filter((part) => !part.inline).length,
    search: {
      subject: searchable(subject),
      addresses: searchable(addressesOf(message, envelope)),
      names: searchable(namesOf(message)),
      text: searchable(textOf(message)),
    },
  };
}

function mailboxesOf(message: ReadMessage): ReadMessage['to'] {
  const { from, to, cc, bcc, replyTo } = message;
  return [...(from ? [from] : []), ...to, ...cc, ...bcc, ...replyTo];
}

function addressesOf(message: ReadMessage, envelope: Envelope): string {
  const found = new Set([
    ...mailboxesOf(message).map(({ address }) => address),
    envelope.mailFrom ?? '',
    ...envelope.rcptTo,
    message.messageId ?? '',
  ]);
  return cut([...found].join('\n'), mostText);
}

function namesOf(message: ReadMessage): string {
  const filenames = message.parts.map(({ filename }) => filename ?? '');
  return cut(
    [...new Set([...mailboxesOf(message).map(({ name }) => name), ...filenames])].join('\n'),
    mostText,
  );
}

/** The visible text of the HTML, and the lines of the plain text that it does not have: most mail says the same twice. */
function textOf({ htmlText, text }: ReadMessage): string {
  const plain = cut(text ?? '', mostText);
  if (htmlText === '' || plain.length > mostCompared) {
    return cut(`${htmlText}\n${plain}`, mostText);
  }
  const other = plain
    .split('\n')
    .map(collapsed)
    .filter((line) => line !== '' && !htmlText.includes(line));
  return cut(`${htmlText}\n${other.join('\n')}`, mostText);
}
