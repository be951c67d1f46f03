import { randomUUID } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { ComposedFile } from './compose-message.ts';
import { serializeMime } from './serialize-mime.ts';

/**
 * Adds attachments to a message without touching what it has: its body and `Content-…` fields become, byte for byte,
 * the first part of a `multipart/mixed`; its other fields stay where they are.
 */
export function attachFiles(raw: Buffer, files: readonly ComposedFile[]): Buffer {
  const root = new MimeNode('multipart/mixed', { baseBoundary: randomUUID() });
  for (const { name, mimeType, content } of files) {
    // A message/* part must not be encoded (RFC 2046 section 5.2.1), a file must keep its bytes.
    const type = /^(?:message|multipart)\//i.test(mimeType) ? 'application/octet-stream' : mimeType;
    root
      .createChild(type, { filename: name ?? 'file' })
      .setHeader([
        { key: 'Content-Disposition', value: 'attachment' },
        { key: 'Content-Transfer-Encoding', value: 'base64' },
      ])
      .setContent(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  }
  const parts = serializeMime(root);
  const { own, contentFields, body } = split(raw);
  return inOwnMemory([
    Buffer.from(
      `${own}Content-Type: multipart/mixed; boundary="${root.boundary}"\r\n\r\n--${root.boundary}\r\n${contentFields}\r\n`,
      'latin1',
    ),
    body,
    Buffer.from('\r\n'),
    parts.subarray(parts.indexOf('\r\n\r\n') + 4),
  ]);
}

/** The message's own fields, those about its content, and what follows the empty line; fields end with a line end. */
function split(raw: Buffer): { own: string; contentFields: string; body: Buffer } {
  const crLf = raw.indexOf('\r\n\r\n');
  const bareLf = raw.subarray(0, crLf === -1 ? raw.length : crLf).indexOf('\n\n');
  const found = bareLf === -1 ? crLf : bareLf;
  const end = found === -1 ? raw.length : found;
  const body = raw.subarray(end + (bareLf === -1 ? 4 : 2));
  const fields = `${raw.toString('latin1', 0, end).replace(/\r?\n$/, '')}\r\n`.split(/(?<=\n)(?![ \t])/);
  const isContent = (field: string): boolean => /^content-/i.test(field);
  const own = fields.filter((field) => !isContent(field)).join('');
  return {
    own: /^mime-version[ \t]*:/im.test(own) ? own : `${own}MIME-Version: 1.0\r\n`,
    contentFields: fields.filter(isContent).join(''),
    body,
  };
}

/** Small buffers share a pool, which cannot be handed to another thread. */
function inOwnMemory(pieces: readonly Buffer[]): Buffer {
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    at += piece.copy(whole, at);
  }
  return whole;
}
