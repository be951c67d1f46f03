/** How lines that begin with “From ” are told from separators: `mboxrd` quotes reversibly, `mboxo` only plain ones. */
export type MboxQuoting = 'mboxrd' | 'mboxo' | 'none';

const lineFeed = 0x0a;
const angle = 0x3e;
const from = Buffer.from('From ');

/** The message with one `>` more before every line that is `From ` after any number of them (mboxrd). */
export function quoted(raw: Uint8Array): Uint8Array {
  const places = quotablePlaces(raw, 0);
  if (places.length === 0) {
    return raw;
  }
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const place of places) {
    pieces.push(raw.subarray(copied, place), Buffer.of(angle));
    copied = place;
  }
  return Buffer.concat([...pieces, raw.subarray(copied)]);
}

/** The message with that `>` taken away again. */
export function unquoted(stored: Uint8Array, quoting: MboxQuoting): Uint8Array {
  if (quoting === 'none') {
    return stored;
  }
  const most = quoting === 'mboxo' ? 1 : Number.POSITIVE_INFINITY;
  const places = quotablePlaces(stored, 1, most);
  if (places.length === 0) {
    return stored;
  }
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const place of places) {
    pieces.push(stored.subarray(copied, place));
    copied = place + 1;
  }
  return Buffer.concat([...pieces, stored.subarray(copied)]);
}

/** Where lines begin that are `From ` after at least so many `>`, and at most so many. */
function quotablePlaces(bytes: Uint8Array, least: number, most = Number.POSITIVE_INFINITY): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = buffer.indexOf(from); at >= 0; at = buffer.indexOf(from, at + from.length)) {
    let start = at;
    while (start > 0 && buffer[start - 1] === angle) {
      start -= 1;
    }
    const isLineStart = start === 0 || buffer[start - 1] === lineFeed;
    if (isLineStart && at - start >= least && at - start <= most) {
      places.push(start);
    }
  }
  return places;
}
