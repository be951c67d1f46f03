import type { MessageHeaders, MessageStructure, NestedMessage, PartForm } from '#shared/structure.ts';
import type { Reader } from '../../store/reader.ts';
import type { MessageHtml, PartContent } from '../archive.ts';
import { readParts } from '../reading/read-parts.ts';
import { readMessage } from '../reading/read-message.ts';
import type { ReadMessage } from '../reading/read-message.ts';
import { nestedMessage, readPartContent } from './part-content.ts';
import type { PartBytes } from './part-content.ts';
import { readHeaders } from './read-headers.ts';
import { readStructure } from './read-structure.ts';

/** A place in a message: the part with this path. */
export interface PartPlace {
  readonly id: string;
  readonly path: string;
}

/** Takes held messages apart, part by part; nothing of it is kept beside the raw bytes. */
export class Structures {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  structure(id: string): Omit<MessageStructure, 'partViewUrl'> | undefined {
    const raw = this.#raw(id);
    return raw && readStructure(raw);
  }

  content({ id, path, form }: PartPlace & { readonly form: PartForm }): PartBytes | undefined {
    const raw = this.#raw(id);
    return raw && readPartContent(raw, path, form);
  }

  headers({ id, path }: PartPlace): MessageHeaders | undefined {
    const raw = this.#raw(id);
    return raw && readHeaders(raw, path);
  }

  async nested(place: PartPlace): Promise<NestedMessage | undefined> {
    const message = await this.#nestedMessage(place);
    return (
      message && {
        from: message.from,
        to: [...message.to],
        cc: [...message.cc],
        subject: message.subject,
        date: message.date,
        text: message.text,
        hasHtml: message.html !== null,
        remoteContentCount: message.remoteContentCount,
      }
    );
  }

  /** The HTML of a message within, or of an HTML part for itself. */
  async nestedHtml(place: PartPlace): Promise<MessageHtml | undefined> {
    const raw = this.#raw(place.id);
    const html = raw && readPartContent(raw, place.path, 'text');
    if (html?.type === 'text/html') {
      return { html: Buffer.from(html.bytes).toString('utf8'), parts: [] };
    }
    const message = await this.#nestedMessage(place);
    return message === undefined || message.html === null
      ? undefined
      : { html: message.html, parts: message.parts };
  }

  async nestedPart({ n, ...place }: PartPlace & { readonly n: number }): Promise<PartContent | undefined> {
    const bytes = this.#nestedBytes(place);
    return bytes && (await readParts(bytes, n))[0];
  }

  async #nestedMessage(place: PartPlace): Promise<ReadMessage | undefined> {
    const bytes = this.#nestedBytes(place);
    return bytes && (await readMessage(bytes));
  }

  #nestedBytes({ id, path }: PartPlace): Buffer | undefined {
    const raw = this.#raw(id);
    return raw && nestedMessage(raw, path);
  }

  #raw(id: string): Buffer | undefined {
    const raw = this.#reader.raw(id);
    return raw && Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  }
}
