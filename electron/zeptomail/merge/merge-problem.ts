/** A template that cannot be filled: its syntax is wrong, or it would make more than a mail can hold. */
export class MergeProblem extends Error {
  /** Where in the source, in characters from 0; undefined when the whole of it is meant. */
  readonly position: number | undefined;

  constructor(reason: string, source: string, position?: number) {
    super(position === undefined ? reason : `${reason} (${placeOf(source, position)})`);
    this.name = 'MergeProblem';
    this.position = position;
  }
}

function placeOf(source: string, position: number): string {
  const before = source.slice(0, position);
  const line = before.split('\n').length;
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`;
}
