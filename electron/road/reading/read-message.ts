import type { Address, HeaderLine, MessageLink, MessagePart } from '#shared/message.ts';
import { findCode } from '../extraction/find-code.ts';
import type { FoundCode } from '../extraction/find-code.ts';
import { findLinks } from '../extraction/find-links.ts';
import { seenInText } from '../extraction/plain-text.ts';
import { headersAlone } from './header-block.ts';
import { headerLinesOf, textIn } from './headers.ts';
import { collapsed, contentIdOf, factsOfHtml } from './html-facts.ts';
import type { HtmlFacts } from './html-facts.ts';
import type { ReadMime } from './mime.ts';
import { readMime } from './read-mime.ts';
import { snippetOf } from './snippet.ts';

/** A message as it is shown and searched. */
export interface ReadMessage {
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly headers: readonly HeaderLine[];
  readonly text: string | null;
  readonly html: string | null;
  /** What a person would see of the HTML, as text; empty without HTML. */
  readonly htmlText: string;
  readonly remoteContentCount: number;
  readonly parts: readonly MessagePart[];
  readonly snippet: string;
  readonly code: FoundCode | null;
  readonly links: readonly MessageLink[];
  readonly problem: string | null;
}

const noHtml: HtmlFacts = {
  text: '',
  contentIds: new Set(),
  remoteReferences: new Set(),
  seen: { lines: [], links: [] },
};

/** Reads a raw message; what cannot be read is left out and told in `problem`. Never rejects. */
export async function readMessage(raw: Uint8Array): Promise<ReadMessage> {
  const mime = await readMime(raw);
  if (mime.problem === null || mime.headerLines.length > 0) {
    return messageOf(mime);
  }
  return readHeadersOnly(raw, mime.problem);
}

/** What the headers alone tell; for messages whose structure cannot be read. */
export async function readHeadersOnly(raw: Uint8Array, problem: string): Promise<ReadMessage> {
  return messageOf({ ...(await readMime(headersAlone(raw))), text: null, problem });
}

function messageOf(mime: ReadMime): ReadMessage {
  const headers = headerLinesOf(mime.headerLines);
  const html = mime.html === null ? noHtml : factsOfHtml(mime.html);
  const parts = mime.parts.map((part, n) => ({
    ...part,
    n,
    inline: part.contentId !== null && html.contentIds.has(contentIdOf(part.contentId)),
  }));
  // With the conversions skipped the parser still puts an empty text where only HTML came.
  const text = mime.html !== null && mime.text !== null && mime.text.trim() === '' ? null : mime.text;
  const subject = collapsed(textIn(headers, 'subject') ?? '');
  const bodies = [html.seen, ...(text === null ? [] : [seenInText(text)])];
  return {
    from: mime.addresses.from[0] ?? null,
    to: mime.addresses.to,
    cc: mime.addresses.cc,
    bcc: mime.addresses.bcc,
    replyTo: mime.addresses.replyTo,
    subject,
    messageId: textIn(headers, 'message-id'),
    date: textIn(headers, 'date'),
    headers,
    text,
    html: mime.html,
    htmlText: html.text,
    remoteContentCount: html.remoteReferences.size,
    parts,
    snippet: snippetOf(html.text, text),
    code: findCode(subject, bodies),
    links: findLinks(subject, bodies, textIn(headers, 'list-unsubscribe')),
    problem: mime.problem,
  };
}
