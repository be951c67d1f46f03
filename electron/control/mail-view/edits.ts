/** A stretch of a text and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; none of them may overlap another. */
export function applied(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let index = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(index, edit.start), edit.text);
    index = edit.end;
  }
  pieces.push(text.slice(index));
  return pieces.join('');
}
