import type { MimePart, ReadMime, WantedParts } from './mime.ts';
import { plainAddresses } from './plain-addresses.ts';
import { decodedContent, plainText } from './plain-content.ts';
import { readPlainEntity } from './plain-entity.ts';
import type { PlainEntity } from './plain-entity.ts';
import type { PlainHeaders } from './plain-headers.ts';
import { valuesOf } from './plain-headers.ts';
import { partsBetween } from './plain-multipart.ts';

/** Larger ones are read as a stream, bit by bit (bytes). */
const mostBytes = 40 * 1024 * 1024;
const deepest = 8;

interface Leaf {
  readonly entity: PlainEntity;
  /** Whether some multipart above it offers alternatives. */
  readonly isAlternative: boolean;
  readonly content: Buffer;
}

/**
 * Reads a message that is built as by the book, in one go: header fields in ASCII, text, HTML, mixed, alternative and
 * related parts in common encodings. Null for everything else, which `readAnyMime` reads at twenty times the cost;
 * where both read a message they say the same.
 */
export function readPlainMime(raw: Uint8Array, want?: WantedParts): ReadMime | null {
  if (raw.length > mostBytes) {
    return null;
  }
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const root = readPlainEntity(bytes, 0, bytes.length);
  const leaves: Leaf[] = [];
  if (root === null || root.headers.lines.length === 0) {
    return null;
  }
  if (!gather(bytes, root, bytes.length, { isAlternative: false, boundaries: [] }, leaves)) {
    return null;
  }
  const attachments = leaves.filter(({ entity }) => entity.isAttachment);
  const texts = textsOf(leaves, root);
  const addresses = addressFieldsOf(root.headers);
  return texts === null || addresses === null
    ? null
    : {
        ...texts,
        addresses,
        headerLines: root.headers.lines,
        parts: attachments.map(partOf),
        problem: null,
        contents: new Map(
          [...attachments.entries()].flatMap(([n, { content }]) =>
            want === 'all' || want === n ? [[n, content]] : [],
          ),
        ),
      };
}

/** Collects the leaves below an entity; false when something is unusual. */
function gather(
  bytes: Buffer,
  entity: PlainEntity,
  end: number,
  above: { readonly isAlternative: boolean; readonly boundaries: readonly string[] },
  leaves: Leaf[],
): boolean {
  const { boundary, contentType, encoding, headers } = entity;
  if (boundary === null) {
    const content = decodedContent(bytes.subarray(headers.bodyStart, end), encoding);
    if (content !== null) {
      leaves.push({ entity, isAlternative: above.isAlternative, content });
    }
    return content !== null;
  }
  const ranges = partsBetween(bytes, headers.bodyStart, end, boundary);
  if (ranges === null || above.boundaries.includes(boundary) || above.boundaries.length >= deepest) {
    return false;
  }
  const here = {
    isAlternative: above.isAlternative || contentType === 'multipart/alternative',
    boundaries: [...above.boundaries, boundary],
  };
  return ranges.every(([partStart, partEnd]) => {
    const part = readPlainEntity(bytes, partStart, partEnd);
    return part !== null && gather(bytes, part, partEnd, here, leaves);
  });
}

/** The texts and the HTML of a message, put together as mailparser does; null for a charset that needs a converter. */
function textsOf(
  leaves: readonly Leaf[],
  root: PlainEntity,
): { text: string | null; html: string | null } | null {
  const shown = leaves.filter(({ entity }) => !entity.isAttachment);
  const hasText = shown.some(({ entity }) => entity.contentType === 'text/plain');
  const hasHtml = shown.some(({ entity }) => entity.contentType === 'text/html');
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const { entity, content, isAlternative } of shown) {
    const text = plainText(content, entity.charset);
    if (text === null) {
      return null;
    }
    if (text !== '' && entity.contentType === 'text/plain') {
      texts.push(text);
      if (!isAlternative && hasHtml) {
        htmls.push('');
      }
    } else if (text !== '') {
      if (hasText ? !isAlternative : entity === root) {
        texts.push('');
      }
      htmls.push(text);
    }
  }
  return {
    text: texts.length === 0 ? null : texts.join('\n'),
    html: htmls.length === 0 ? null : htmls.join('<br/>\n'),
  };
}

function addressFieldsOf(headers: PlainHeaders): ReadMime['addresses'] | null {
  const from = plainAddresses(valuesOf(headers, 'from'));
  const to = plainAddresses(valuesOf(headers, 'to'));
  const cc = plainAddresses(valuesOf(headers, 'cc'));
  const bcc = plainAddresses(valuesOf(headers, 'bcc'));
  const replyTo = plainAddresses(valuesOf(headers, 'reply-to'));
  return from && to && cc && bcc && replyTo && { from, to, cc, bcc, replyTo };
}

function partOf({ entity, content }: Leaf): MimePart {
  const { filename, contentType, contentId } = entity;
  return { filename, contentType, contentId, size: content.length };
}
