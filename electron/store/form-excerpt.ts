import { isUtf8 } from 'node:buffer';

/** From this length on a file in a form is cut out, in bytes; bytes that are no text always are. */
const longFile = 1000;

const partHead = Buffer.from('\r\n\r\n');

/** A multipart form as a person may want to read it: a note of its length in place of each long or binary file. */
export function formExcerpt(body: Buffer, contentType: string): Buffer {
  const boundary = /^\s*multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (boundary === null) {
    return body;
  }
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2] ?? ''}`);
  const pieces: Buffer[] = [];
  let copied = 0;
  let part = 0;
  for (let head = body.indexOf(partHead); head !== -1; head = body.indexOf(partHead, part)) {
    const start = head + partHead.length;
    const next = body.indexOf(delimiter, start);
    const end = next === -1 ? body.length : next;
    const content = body.subarray(start, end);
    const isFile = body.subarray(part, head).includes('filename');
    if ((isFile && content.length >= longFile) || !isUtf8(content)) {
      pieces.push(body.subarray(copied, start), Buffer.from(`<${content.length} bytes>`));
      copied = end;
    }
    part = end;
  }
  return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(copied)]);
}
