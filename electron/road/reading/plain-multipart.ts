/** From where to where a body part reaches, header included. */
type Range = readonly [start: number, end: number];

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** What is still taken for a multipart body. */
interface MultipartBounds {
  readonly mostParts: number;
  /** Whether something may follow the last delimiter. */
  readonly epilogue: boolean;
}

/** Lines that begin as a delimiter does, and are another's: more of them are looked through by nobody. */
const mostLookalikes = 100_000;

const plainBounds: MultipartBounds = { mostParts: 5000, epilogue: false };

/**
 * The parts of a multipart body (RFC 2046 5.1.1) that reaches from `start` to `end`; null when a delimiter line is not
 * exactly one, the last is missing, or something follows it.
 */
export function partsBetween(
  bytes: Buffer,
  start: number,
  end: number,
  boundary: string,
  { mostParts, epilogue }: MultipartBounds = plainBounds,
): Range[] | null {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Range[] = [];
  let partStart: number | null = null;
  let lookalikes = 0;
  for (let from = start; parts.length <= mostParts && lookalikes <= mostLookalikes;) {
    const at = bytes.indexOf(delimiter, from);
    if (at === -1 || at >= end) {
      return null;
    }
    from = at + delimiter.length;
    if (at > start && bytes[at - 1] !== LF) {
      continue;
    }
    const line = delimiterLine(bytes, from, end);
    if (line === null) {
      return null;
    }
    if (line.kind === 'another') {
      lookalikes += 1;
      continue;
    }
    if (partStart !== null) {
      parts.push([partStart, beforeLineEnd(bytes, partStart, at)]);
    }
    partStart = line.end;
    if (line.kind === 'last') {
      return parts.length > 0 && (epilogue || isBlank(bytes, line.end, end)) ? parts : null;
    }
  }
  return null;
}

/** What follows a boundary within its line: nothing, the two dashes of the last one, or what makes it another boundary. */
function delimiterLine(
  bytes: Buffer,
  from: number,
  end: number,
): { kind: 'next' | 'last' | 'another'; end: number } | null {
  const isLast = bytes[from] === DASH && bytes[from + 1] === DASH;
  let at = isLast ? from + 2 : from;
  if (isLast && at >= end) {
    return { kind: 'last', end };
  }
  if (!isLast && /[\w.=]/.test(String.fromCharCode(bytes[at] ?? 0))) {
    return { kind: 'another', end: at };
  }
  at += bytes[at] === CR ? 1 : 0;
  return at < end && bytes[at] === LF ? { kind: isLast ? 'last' : 'next', end: at + 1 } : null;
}

/** The line end before a delimiter belongs to the delimiter. */
function beforeLineEnd(bytes: Buffer, start: number, end: number): number {
  if (end <= start || bytes[end - 1] !== LF) {
    return end;
  }
  return end - 2 >= start && bytes[end - 2] === CR ? end - 2 : end - 1;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== CR && bytes[at] !== LF) {
      return false;
    }
  }
  return true;
}
