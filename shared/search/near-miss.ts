/** The candidate that somebody who typed this word most likely meant; undefined when none is near. */
export function nearMiss(typed: string, candidates: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  const most = word.length <= 4 ? 1 : 2;
  let nearest: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const distance = word.length > 2 && known.startsWith(word) ? 1 : editDistance(word, known);
    if (distance < least && distance < known.length) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const above = rows[row - 1] ?? [];
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? left.length;
}
