import type { MessageDetail } from '#shared/message.ts';
import { sessionOf } from '../store/kept-session.ts';
import type { Reader } from '../store/reader.ts';
import type { MessageHtml, PartContent } from './archive.ts';
import { readHeadersOnly, readMessage } from './reading/read-message.ts';
import type { ReadMessage } from './reading/read-message.ts';
import { readParts } from './reading/read-parts.ts';

/** Opens messages: their MIME is read when somebody asks, nothing of it is kept beside the raw bytes. */
export class Opening {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** `headersOnly`: why no more than the headers can be read, or null. */
  async detail(
    id: string,
    headersOnly: string | null,
  ): Promise<Omit<MessageDetail, 'previewUrl'> | undefined> {
    const parcel = this.#reader.parcel(id);
    if (parcel === undefined) {
      return undefined;
    }
    const { summary, facts, raw, body } = parcel;
    const message = headersOnly === null ? await readMessage(raw) : await readHeadersOnly(raw, headersOnly);
    return {
      ...summary,
      ...(summary.index === 'pending' ? knownBeforeIndexing(message) : {}),
      envelope: facts.envelope,
      session: sessionOf(facts.session, body),
      verdicts: [...facts.verdicts],
      sending: facts.sending ?? null,
      cc: [...message.cc],
      bcc: [...message.bcc],
      replyTo: [...message.replyTo],
      messageId: message.messageId,
      date: message.date,
      headers: [...message.headers],
      text: message.text,
      code: message.code?.typed ?? null,
      codeAsWritten: message.code?.written ?? null,
      links: [...message.links],
      hasHtml: message.html !== null,
      remoteContentCount: message.remoteContentCount,
      parts: [...message.parts],
      parseProblem: message.problem,
    };
  }

  async html(id: string): Promise<MessageHtml | undefined> {
    const raw = this.#reader.raw(id);
    const message = raw === undefined ? undefined : await readMessage(raw);
    return message === undefined || message.html === null
      ? undefined
      : { html: message.html, parts: message.parts };
  }

  async part(id: string, n: number): Promise<PartContent | undefined> {
    const raw = this.#reader.raw(id);
    return raw && (await readParts(raw, n))[0];
  }

  async parts(id: string): Promise<PartContent[] | undefined> {
    const raw = this.#reader.raw(id);
    return raw && readParts(raw, 'all');
  }
}

function knownBeforeIndexing(message: ReadMessage): Partial<MessageDetail> {
  return {
    ...(message.from === null ? {} : { from: message.from }),
    ...(message.to.length === 0 ? {} : { to: [...message.to] }),
    subject: message.subject,
    snippet: message.snippet,
    attachmentCount: message.parts.filter((part) => !part.inline).length,
  };
}
