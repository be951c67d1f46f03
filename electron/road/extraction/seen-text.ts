/** A stretch of a line that stands out from its surroundings. */
export interface Emphasis {
  readonly start: number;
  readonly end: number;
}

/** A line as a person sees it: a block, a cell, or what stands between two line breaks. */
export interface SeenLine {
  readonly text: string;
  /** Bold, large, spaced out or in a typewriter's letters. */
  readonly emphases: readonly Emphasis[];
  /** The row of a table, when it is a cell's. */
  readonly row: number | null;
}

export interface SeenLink {
  readonly text: string;
  readonly url: string;
  /** The line in which it stands, by its position. */
  readonly line: number;
}

/** What a person sees of a mail's body. */
export interface SeenText {
  readonly lines: readonly SeenLine[];
  readonly links: readonly SeenLink[];
}

/** Beyond these nothing is looked at: hostile mail costs bounded time. */
export const mostLines = 1500;
export const mostLineLength = 2000;
export const mostSeen = 60_000;
export const mostLinks = 200;
export const mostUrl = 4000;
