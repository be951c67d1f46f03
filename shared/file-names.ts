import type { MessagePart } from './message.ts';
import type { PartForm, StructurePart } from './structure.ts';

/** Characters that lie about a name (bidirectional overrides), break a header (controls) or name a folder. */
const unsafeCharacters = /[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]/gu;

/** A longer file name is cut; most file systems take 255 bytes, and a number may come behind it. */
const mostCharacters = 80;
const mostBytes = 240;

/** What Windows takes for a device, whatever its extension. */
const devices = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** A name from a hostile mail as one that is safe to save under. */
export function safeFileName(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(unsafeCharacters, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (safe === '') {
    return 'attachment';
  }
  if (devices.test(safe)) {
    return `_${safe}`;
  }
  if (beginningOf(safe, 0) === safe) {
    return safe;
  }
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(safe)?.[0] ?? '';
  return beginningOf(safe, extension.length).replace(/[.\s]+$/, '') + extension;
}

/** As much of a name as there is room for when so many letters are to come behind it. */
function beginningOf(name: string, reserved: number): string {
  let kept = '';
  let bytes = reserved;
  for (const character of Array.from(name).slice(0, mostCharacters - reserved)) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > mostBytes) {
      break;
    }
    kept += character;
  }
  return kept;
}

/** What a character takes in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) {
    return 1;
  }
  return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

/** `Your order № 7` becomes `your-order-7.eml`. */
export function mailFileName(subject: string): string {
  const slug = subject
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${Array.from(slug).slice(0, 60).join('') || 'message'}.eml`;
}

/** An attachment by its own name, else by its number. */
export function attachmentFileName({ n, filename }: Pick<MessagePart, 'n' | 'filename'>): string {
  return filename ?? `part-${n}`;
}

/** A part of the MIME tree: its own name where it has one, else by its place and type; as it was sent it is a text. */
export function partFileName(
  { path, fileName, type }: Pick<StructurePart, 'path' | 'fileName' | 'type'>,
  form: PartForm,
): string {
  if (form !== 'decoded') {
    return `part-${path}.txt`;
  }
  const extension = type === 'message/rfc822' ? '.eml' : type.startsWith('text/plain') ? '.txt' : '';
  return fileName ?? `part-${path}${extension}`;
}
