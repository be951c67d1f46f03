import libmime from 'libmime';
import type { AddressObject, EmailAddress, HeaderLines, Headers, HeaderValue } from 'mailparser';
import type { Address, HeaderLine } from '#shared/message.ts';

const folding = /[\r\n]/;
const beyondAscii = /[\x80-\xff]/;

/** Header lines for reading: unfolded, encoded words decoded (RFC 2047), in their order and with their own spelling of the name. */
export function headerLinesOf(lines: HeaderLines): HeaderLine[] {
  return lines.map(({ key, line }) => {
    // The parser keeps a line as one character per byte.
    const text = beyondAscii.test(line) ? Buffer.from(line, 'binary').toString('utf8') : line;
    const colon = text.indexOf(':');
    const name = colon === -1 ? key : text.slice(0, colon).trim();
    return { name, value: readableValue(text.slice(colon + 1)) };
  });
}

/** The value of a field for reading: unfolded, encoded words decoded. */
export function readableValue(sent: string): string {
  return decoded(unfolded(sent));
}

/** The addresses of a header, members of groups one by one. */
export function addressesIn(headers: Headers, name: string): Address[] {
  return [headers.get(name)]
    .flat()
    .flatMap((value) => (isAddressObject(value) ? value.value.flatMap(flattened) : []));
}

/** A header's text, or null when it is absent. */
export function textIn(lines: readonly HeaderLine[], name: string): string | null {
  return lines.find((line) => line.name.toLowerCase() === name)?.value ?? null;
}

function flattened(address: EmailAddress): Address[] {
  if (address.group !== undefined) {
    return address.group.flatMap(flattened);
  }
  return address.address || address.name ? [{ address: address.address ?? '', name: address.name }] : [];
}

function isAddressObject(value: HeaderValue | undefined): value is AddressObject {
  return typeof value === 'object' && 'value' in value && Array.isArray(value.value);
}

function unfolded(value: string): string {
  return (folding.test(value) ? value.replace(/\r?\n[ \t]*|\r/g, ' ') : value).trim();
}

function decoded(value: string): string {
  return value.includes('=?') ? libmime.decodeWords(value) : value;
}
