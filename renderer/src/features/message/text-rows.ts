/** A line as it is laid out: a very long line becomes several rows, of which only the first has its number. */
export interface TextRow {
  /** From 1; null on the continuation of a long line. */
  readonly line: number | null;
  readonly start: number;
  readonly end: number;
}

/** Above this a line is cut: one row of a megabyte would stop the browser. Characters. */
const maxRowLength = 1000;

/** Where a row may end at the latest, never between the two halves of a surrogate pair. */
function cutBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

/** The rows of a text, as positions in it: a list of 30 MB needs no second copy. Line ends are left out. */
export function textRows(text: string, rowLength = maxRowLength): readonly TextRow[] {
  const rows: TextRow[] = [];
  let line = 0;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    const end = newline > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    line += 1;
    let from = start;
    let number: number | null = line;
    while (end - from > rowLength) {
      const cut = cutBefore(text, from + rowLength);
      rows.push({ line: number, start: from, end: cut });
      number = null;
      from = cut;
    }
    rows.push({ line: number, start: from, end });
    if (newline === -1) {
      break;
    }
    start = next + 1;
    if (start === text.length) {
      break;
    }
  }
  return rows;
}

/** The row that a position lies in, by bisection. */
export function rowAt(rows: readonly TextRow[], position: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.start ?? 0) <= position) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return Math.max(0, low);
}
