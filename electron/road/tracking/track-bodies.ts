import { encode, wrap } from 'nodemailer/lib/qp';
import { decodedContent } from '../reading/plain-content.ts';
import type { TransferEncoding } from '../reading/plain-entity.ts';
import { markupOfBytes } from './markup-of-bytes.ts';
import { type LinkNumbers, trackingEdits, type TrackingWish } from './tracked-html.ts';

/** The content of an HTML body as it stands in the message. */
export interface EncodedHtml {
  readonly content: Uint8Array;
  readonly encoding: TransferEncoding;
  readonly charset: string;
}

export interface TrackedBodies {
  /** In their order; null for one that stays as it is. */
  readonly contents: readonly (Uint8Array | null)[];
  /** The replaced links of all, in the order of their numbers. */
  readonly links: readonly string[];
}

/** Signed or encrypted in the text itself (RFC 9580 6). */
const inlinePgp = '-----BEGIN PGP ';

/** Tracks the HTML bodies of one mail. One that cannot be decoded, or has nothing to track, stays as it is. */
export function trackBodies(bodies: readonly EncodedHtml[], wish: TrackingWish): TrackedBodies {
  const links: LinkNumbers = new Map();
  const contents = bodies.map((body) => tracked(body, wish, links));
  return { contents, links: [...links.keys()] };
}

function tracked(body: EncodedHtml, wish: TrackingWish, links: LinkNumbers): Uint8Array | null {
  const { encoding, charset } = body;
  const content = Buffer.from(body.content.buffer, body.content.byteOffset, body.content.byteLength);
  const decoded = decodedContent(content, encoding);
  const markup = decoded === null ? null : markupOfBytes(decoded, charset);
  if (markup === null || decoded?.includes(inlinePgp)) {
    return null;
  }
  const edits = trackingEdits(markup.html, wish, links, markup.readable);
  return edits.length === 0 ? null : encoded(markup.edited(edits), encoding, content);
}

/** Encoded again, with the line ends that it had. */
function encoded(bytes: Buffer, encoding: TransferEncoding, before: Buffer): Buffer {
  const lineEnd = before.includes('\r\n') || !before.includes('\n') ? '\r\n' : '\n';
  switch (encoding) {
    case 'identity':
      return bytes;
    case 'quoted-printable': {
      const lines = wrap(encode(bytes));
      // Of line ends with CR there are none but those of soft breaks then.
      return Buffer.from(lineEnd === '\n' ? lines.replaceAll('\r\n', '\n') : lines, 'latin1');
    }
    case 'base64': {
      const lines = bytes.toString('base64').replace(/.{76}(?=.)/g, `$&${lineEnd}`);
      return Buffer.from(before.at(-1) === 0x0a ? lines + lineEnd : lines, 'latin1');
    }
  }
}
