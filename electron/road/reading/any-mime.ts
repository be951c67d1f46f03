import type { AttachmentStream, MailParser, MessageText } from 'mailparser';
import { headerEnd, repairedHeaders } from './header-block.ts';
import { addressesIn } from './headers.ts';
import type { MimePart, ReadMime, WantedParts } from './mime.ts';

const chunk = 256 * 1024;

// Its conversions dominate its cost; what is searched and shown is derived on our own terms.
const options = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  checksumAlgo: false,
  maxChildNodes: 5000,
} as const;

/** Reads any raw message with mailparser. Never rejects: what hostile structure leaves unread is told in `problem`. */
export async function readAnyMime(raw: Uint8Array, want?: WantedParts): Promise<ReadMime> {
  // Loaded when a message needs it: it takes 20 MB.
  const mailparser = await import('mailparser');
  const parser = new mailparser.MailParser(options);
  const reading = new Reading(parser, want);
  await reading.feed(raw);
  return reading.result();
}

class Reading {
  readonly #parser: MailParser;
  readonly #want: WantedParts;
  readonly #parts: MimePart[] = [];
  readonly #contents = new Map<number, Uint8Array>();
  /** Ends the parts that are being read. */
  readonly #settle = new Set<() => void>();
  readonly #ended: Promise<void>;
  #text: MessageText | undefined;
  #problem: string | null = null;

  constructor(parser: MailParser, want: WantedParts) {
    this.#parser = parser;
    this.#want = want;
    this.#ended = new Promise((resolve) => {
      parser.on('data', (found: AttachmentStream | MessageText) => this.#take(found));
      parser.once('end', () => resolve());
      parser.once('close', () => resolve());
      parser.on('error', (error: Error) => {
        this.#problem ??= error.message;
        resolve();
      });
    });
  }

  async feed(raw: Uint8Array): Promise<void> {
    const bodyStart = headerEnd(raw);
    const block = raw.subarray(0, bodyStart);
    await this.#write(repairedHeaders(block) ?? block);
    for (let start = bodyStart; start < raw.length && this.#problem === null; start += chunk) {
      await this.#write(raw.subarray(start, start + chunk));
    }
    this.#parser.end();
    await this.#ended;
    if (this.#problem !== null) {
      this.#parser.destroy();
    }
  }

  result(): ReadMime {
    // Where the reading broke off, parts end with what there is of them.
    this.#settle.forEach((settle) => settle());
    const { headers: found, headerLines } = this.#parser;
    const headers = found === false ? new Map() : found;
    return {
      addresses: {
        from: addressesIn(headers, 'from'),
        to: addressesIn(headers, 'to'),
        cc: addressesIn(headers, 'cc'),
        bcc: addressesIn(headers, 'bcc'),
        replyTo: addressesIn(headers, 'reply-to'),
      },
      headerLines: headerLines === false ? [] : headerLines,
      text: this.#text?.text ?? null,
      html: this.#text?.html ?? null,
      parts: this.#parts,
      problem: this.#problem,
      contents: this.#contents,
    };
  }

  #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) {
      return Promise.resolve();
    }
    const written = new Promise<void>((resolve) => {
      this.#parser.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), () => resolve());
    });
    return Promise.race([written, this.#ended]);
  }

  #take(found: AttachmentStream | MessageText): void {
    if (found.type === 'text') {
      this.#text = found;
      return;
    }
    const position = this.#parts.length;
    const wanted = this.#want === 'all' || position === this.#want;
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (): void => {
      this.#settle.delete(settle);
      this.#parts[position] = { ...partOf(found), size };
      if (wanted) {
        this.#contents.set(position, Buffer.concat(chunks));
      }
      found.release?.();
    };
    this.#parts.push({ ...partOf(found), size: 0 });
    this.#settle.add(settle);
    found.content.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (wanted) {
        chunks.push(bytes);
      }
    });
    found.content.once('end', settle);
    found.content.once('error', (error: Error) => {
      this.#problem ??= error.message;
      settle();
    });
  }
}

function partOf(found: AttachmentStream): Omit<MimePart, 'size'> {
  return { filename: found.filename ?? null, contentType: found.contentType, contentId: found.cid ?? null };
}
