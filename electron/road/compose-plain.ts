import { randomUUID } from 'node:crypto';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Address } from '#shared/message.ts';
import type { MessageDraft } from './compose-message.ts';
import { encodeText } from './encode-text.ts';
import { oneLine, withCrlf } from './line-safe.ts';

/**
 * Composes a draft of text, HTML or both without files and fields of its own, byte for byte as nodemailer does it, whose
 * composer costs six times as much; undefined when the draft is another one.
 */
export function composePlain(draft: MessageDraft): Buffer | undefined {
  if (draft.files.length > 0 || draft.headers.length > 0 || !(draft.text || draft.html)) {
    return undefined;
  }
  const fields = [
    addressField('From', [draft.from]),
    addressField('To', draft.to),
    addressField('Cc', draft.cc),
    addressField('Reply-To', draft.replyTo),
    textField('Subject', oneLine(draft.subject)),
    textField('Message-ID', draft.messageId),
    `Date: ${draft.date.toUTCString().replace('GMT', '+0000')}\r\n`,
  ].join('');
  return Buffer.from(fields + bodyOf(draft), 'utf8');
}

/** From the first field about the content to the end. */
function bodyOf({ text, html }: MessageDraft): string {
  if (text && html) {
    const boundary = `--_NmP-${randomUUID()}-Part_1`;
    const parts = [part('plain', text), part('html', html)].map(
      ({ type, encoding, body }) => `--${boundary}\r\n${type}${encoding}\r\n${body}\r\n`,
    );
    return `MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="${boundary}"\r\n\r\n${parts.join('')}--${boundary}--\r\n`;
  }
  const { type, encoding, body } = text ? part('plain', text) : part('html', html ?? '');
  return `${encoding}MIME-Version: 1.0\r\n${type}\r\n${body}${body.endsWith('\n') ? '' : '\r\n'}`;
}

function part(subtype: string, text: string): { type: string; encoding: string; body: string } {
  const { transferEncoding, encoded } = encodeText(withCrlf(text.toWellFormed()));
  return {
    type: `Content-Type: text/${subtype}; charset=utf-8\r\n`,
    encoding: `Content-Transfer-Encoding: ${transferEncoding}\r\n`,
    body: encoded,
  };
}

function addressField(name: string, addresses: readonly Address[]): string {
  const list = addresses.map((each) => ({ address: each.address, name: oneLine(each.name) }));
  return foldedField(
    name,
    list.every(isSimpleAddress)
      ? list.map(writtenAddress).join(', ')
      : MimeNode.encodeHeaderValue(name, list),
  );
}

function textField(name: string, value: string): string {
  return foldedField(name, isSimpleText(value) ? value : MimeNode.encodeHeaderValue(name, value));
}

/** A field without a value is left out. */
function foldedField(name: string, value: string): string {
  if (value.trim() === '') {
    return '';
  }
  const line = `${name}: ${value}`;
  return `${line.length < 76 ? line : foldLines(line, 76)}\r\n`;
}

/** Printable ASCII that no reader could take for an encoded word (RFC 2047). */
function isSimpleText(text: string): boolean {
  return /^[ !#-~]*$/.test(text) && !text.includes('=?');
}

/** A dot-atom at a domain in lower case that is neither punycode nor a number, with a name of letters and digits. */
function isSimpleAddress({ address, name }: Address): boolean {
  return (
    address.length < 64 &&
    /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)*[a-z]+$/.test(address) &&
    /^[\w ]*$/.test(name)
  );
}

function writtenAddress({ address, name }: Address): string {
  return name === '' ? address : `${name} <${address}>`;
}
