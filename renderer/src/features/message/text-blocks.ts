/** A stretch of a plain text message as a mail client shows it. */
export type TextBlock =
  | { readonly kind: 'text' | 'signature'; readonly lines: readonly string[] }
  | {
      readonly kind: 'quote';
      /** “On Monday Jane wrote:”, as it stands above the quote. */
      readonly heading: string | null;
      readonly blocks: readonly TextBlock[];
      /** How many lines it has in all. */
      readonly length: number;
    };

/** Quotes within quotes deeper than this are shown as they stand. */
const deepest = 12;

const quoteMark = /^>[ ]?/;
/** With or without the space that RFC 3676 4.3 wants: many transports take it away. */
const signatureMark = /^-- ?$/;
/** Two numbers near each other: part of a date in any language. */
const date = /\d\D{1,20}\d/;
/** What clients that do not mark each line put above a quote; the rest of the message is quoted. */
const originalMark =
  /^\s*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$/i;

/** Reads a plain text: what was written, what was quoted, and the signature. Nothing is lost but the quote marks. */
export function textBlocks(text: string): readonly TextBlock[] {
  return blocksOf(text.split(/\r?\n/), 0);
}

function blocksOf(lines: readonly string[], depth: number): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let kind: 'text' | 'signature' = 'text';
  let own: string[] = [];
  const finish = (): void => {
    if (own.some((line) => line.trim() !== '')) {
      blocks.push({ kind, lines: own });
    }
    own = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = depth < deepest ? quoteEnd(lines, at) : at;
    if (end > at) {
      const heading = line.startsWith('>') ? takeHeading(own) : line.trim();
      finish();
      const quoted = line.startsWith('>')
        ? lines.slice(at, end).map((one) => one.replace(quoteMark, ''))
        : lines.slice(at + 1, end);
      blocks.push({ kind: 'quote', heading, blocks: blocksOf(quoted, depth + 1), length: end - at });
      kind = 'text';
      at = end - 1;
    } else {
      if (signatureMark.test(line)) {
        finish();
        kind = 'signature';
      }
      own.push(line);
    }
  }
  finish();
  return blocks;
}

/** Where the quote that begins at a line ends; the line itself when none does. */
function quoteEnd(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (originalMark.test(first)) {
    return lines.length;
  }
  let end = start;
  while (end < lines.length && (lines[end] ?? '').startsWith('>')) {
    end += 1;
  }
  return end;
}

/** Takes the line above a quote that says who wrote it, which may be broken in two and followed by an empty line. */
function takeHeading(lines: string[]): string | null {
  let last = lines.length - 1;
  if (lines[last]?.trim() === '') {
    last -= 1;
  }
  const end = lines[last]?.trim() ?? '';
  if (!/[:：]$/.test(end)) {
    return null;
  }
  const above = lines[last - 1]?.trim() ?? '';
  const isBroken = date.test(above) && !date.test(end);
  const heading = isBroken ? `${above} ${end}` : end;
  // “Three reasons:” above a quote is the writer's own line.
  if (heading.length > 300 || !(date.test(heading) || heading.includes('@'))) {
    return null;
  }
  lines.splice(isBroken ? last - 1 : last);
  return heading;
}

/** Whether a quote is shown folded: two or three lines within an answer are read with it. */
export function isFolded({ heading, length }: Extract<TextBlock, { kind: 'quote' }>): boolean {
  return heading !== null || length > 3;
}

export function hasFolds(blocks: readonly TextBlock[]): boolean {
  return blocks.some((block) => block.kind === 'quote' && (isFolded(block) || hasFolds(block.blocks)));
}
