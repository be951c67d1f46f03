/** A cell of a CSV file; dates and lists are written out before. */
export type Cell = string | number;

/**
 * A table as CSV (RFC 4180), its first row the names of the columns. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe (OWASP, CSV Injection): subjects and names are whatever a sender wrote, and the file is
 * made to be opened.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  const text = String(cell);
  const safe = typeof cell === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
