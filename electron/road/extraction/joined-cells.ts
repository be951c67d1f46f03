import type { SeenLine } from './seen-text.ts';

/** Codes are often set with a cell or box for each character: such lines become one. */
export function joinedCells(lines: readonly SeenLine[]): readonly SeenLine[] {
  const found: SeenLine[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfRun(lines, at);
    const line = lines[at];
    if (end - at >= 4 && end - at <= 10) {
      const text = lines
        .slice(at, end)
        .map((one) => one.text)
        .filter((one) => one !== '-')
        .join('');
      found.push({ text, emphases: [{ start: 0, end: text.length }], row: line?.row ?? null });
      at = end;
    } else {
      found.push(...lines.slice(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1);
    }
  }
  return found;
}

function endOfRun(lines: readonly SeenLine[], from: number): number {
  let end = from;
  while (end < lines.length && /^[A-Z0-9-]$/.test(lines[end]?.text ?? '')) {
    end += 1;
  }
  return end;
}
