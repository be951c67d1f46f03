import type { Address, Envelope } from '#shared/message.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { IndexRow } from '../../store/protocol.ts';
import { packAddresses } from '../../store/rows.ts';
import { searchable, searchableList } from '../../store/search-text.ts';
import { collapsed } from './html-facts.ts';
import type { ReadMessage } from './read-message.ts';
import { cut } from './snippet.ts';
import { tagsIn } from './tags-in.ts';

const mostSubject = 2000;
const mostText = 200_000;
const mostAddresses = 200;
/** Texts larger than this are not compared line by line with the HTML. */
const mostCompared = 64 * 1024;

/** What the store's index keeps of a message. Without a header From or To the envelope speaks. */
export function indexRowOf(
  { seq, again }: Pick<IndexRow, 'seq' | 'again'>,
  message: ReadMessage,
  { envelope, verdicts }: { readonly envelope: Envelope; readonly verdicts: readonly Verdict[] },
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
    inlineCount: message.parts.filter((part) => part.inline).length,
    linkCount: message.links.length,
    hasHtml: message.html !== null,
    hasText: message.text !== null,
    tags: tagsIn(message, envelope),
    search: {
      sender: mailboxes(from === null ? [] : [from]),
      receiver: mailboxes(to),
      cc: mailboxes(message.cc),
      bcc: mailboxes([...message.bcc, ...unnamedRecipients(message, to, envelope)]),
      replyTo: mailboxes(message.replyTo),
      envelope: list([envelope.mailFrom ?? '', ...envelope.rcptTo]),
      subject: searchable(subject),
      messageId: searchable(cut(message.messageId ?? '', mostSubject)),
      filenames: list(message.parts.flatMap(({ filename }) => filename ?? [])),
      links: list(message.links.map(({ url }) => url)),
      verdicts: list(verdicts.map(({ status, code, subCode = '' }) => `${status} ${code} ${subCode}`)),
      text: searchable(textOf(message)),
    },
  };
}

/** Whom the envelope names and no header does: whoever got it as Bcc. */
function unnamedRecipients({ cc, bcc }: ReadMessage, to: readonly Address[], envelope: Envelope): Address[] {
  const named = new Set([...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase()));
  return envelope.rcptTo
    .filter((address) => !named.has(address.toLowerCase()))
    .map((address) => ({ address, name: '' }));
}

/** Name and address of each are one entry: a phrase may run from the one into the other. */
function mailboxes(addresses: readonly Address[]): string {
  return list(addresses.map(({ address, name }) => `${name} ${address}`));
}

function list(entries: readonly string[]): string {
  return cut(searchableList(new Set(entries)), mostText);
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
