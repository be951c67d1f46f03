/**
 * The rows of comma-separated values (RFC 4180); semicolons or tabs where the first line has more of these. At most
 * `mostRows`.
 */
export function separatedValues(text: string, mostRows: number): readonly (readonly string[])[] {
  const separator = separatorOf(text.slice(0, text.search(/[\r\n]|$/)));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < mostRows) {
    const { value, end } = text[at] === '"' ? quotedValue(text, at) : plainValue(text, at, separator);
    row.push(value);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at >= text.length) {
        row.push('');
      }
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return row.length > 0 && rows.length < mostRows ? [...rows, row] : rows;
}

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((separator) => line.split(separator).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ',';
}

function plainValue(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

/** Two quotes within quotes are one; what follows the closing quote within the value is kept. */
function quotedValue(text: string, start: number): { value: string; end: number } {
  const pieces: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      return { value: [...pieces, text.slice(at)].join(''), end: text.length };
    }
    pieces.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      return { value: pieces.join(''), end: quote + 1 };
    }
    pieces.push('"');
    at = quote + 2;
  }
}
