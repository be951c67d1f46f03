/** Stands in a kept body where long base64 was. */
const base64Note = /"<(\d+) base64 characters>"/g;

/** An attachment of the message that the request became. */
interface Attachment {
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The body of an API request as it came: in place of each note of long base64 the content of the attachment that has
 * this length and name. Null when it was not kept whole and cannot be put together to the very length it had.
 */
export function wholeRequestBody(
  kept: string,
  bodyBytes: number,
  attachments: readonly Attachment[],
): string | null {
  const left = [...attachments];
  const whole = kept.replace(base64Note, (note, digits: string, at: number) => {
    const near = kept.slice(Math.max(0, at - 300), at + 300);
    const found = left
      .map((attachment) => ({ attachment, written: writtenAs(attachment.bytes, Number(digits)) }))
      .filter(({ written }) => written !== null)
      .toSorted((a, b) => Number(isNamed(b.attachment, near)) - Number(isNamed(a.attachment, near)))[0];
    if (found === undefined) {
      return note;
    }
    left.splice(left.indexOf(found.attachment), 1);
    return `"${found.written}"`;
  });
  return Buffer.byteLength(whole) === bodyBytes ? whole : null;
}

function isNamed({ name }: Attachment, near: string): boolean {
  return name !== null && near.includes(JSON.stringify(name));
}

/** Base64 of this many characters as JSON has it: plain, with its slashes escaped as PHP does, in lines, or unpadded. */
function writtenAs(bytes: Uint8Array, length: number): string | null {
  // All of them lie within these bounds, and most files do not.
  const plainLength = Math.ceil(bytes.length / 3) * 4;
  if (length < plainLength - 2 || length > plainLength * 2) {
    return null;
  }
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const lines = plain.match(/.{1,76}/g) ?? [];
  const candidates = [
    plain,
    plain.replaceAll('/', String.raw`\/`),
    plain.replace(/=+$/, ''),
    lines.join(String.raw`\n`),
    lines.join(String.raw`\r\n`),
    lines.map((line) => line + String.raw`\n`).join(''),
    lines.map((line) => line + String.raw`\r\n`).join(''),
  ];
  return candidates.find((candidate) => candidate.length === length) ?? null;
}
