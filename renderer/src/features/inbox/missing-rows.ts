import type { MessagePages, Range } from './message-pages.ts';

/** Rows that are asked for at a time. */
const pageRows = 60;
/** So many rows above and below those in sight are loaded before they are scrolled to. */
const rowsAhead = 20;
/** Rows that are loaded already and asked for again with their neighbours: they tell where these belong. */
const sharedRows = 3;

/** What is to be asked for so that the rows in sight, and some around them, are loaded; null when they are. */
export function missingAround(
  { stretches, length, counted }: MessagePages,
  { first, last }: Range,
): { readonly offset: number; readonly limit: number } | null {
  // A list that was not counted may be any length.
  const end = counted ? length : Math.max(length, last + pageRows);
  const from = Math.max(0, first - rowsAhead);
  const to = Math.min(end - 1, last + rowsAhead);
  const gaps = gapsOf(stretches, end).filter((gap) => gap.first <= to && gap.last >= from);
  const inSight = gaps.find((gap) => gap.first <= last && gap.last >= first);
  const gap = inSight ?? gaps[0];
  if (gap === undefined) {
    return null;
  }
  const reachesUp = gap.first >= from;
  const reachesDown = gap.last <= to;
  const middle = Math.floor((first + last - pageRows) / 2);
  const start = reachesUp ? gap.first : reachesDown ? gap.last + 1 - pageRows : middle;
  const offset = Math.max(gap.first, start);
  const stop = Math.min(gap.last + 1, offset + pageRows);
  const shared = { above: Math.min(sharedRows, gap.first), below: gap.last + 1 < end ? sharedRows : 0 };
  const above = offset === gap.first ? shared.above : 0;
  const below = stop === gap.last + 1 ? shared.below : 0;
  return { offset: offset - above, limit: stop - offset + above + below };
}

function gapsOf(stretches: MessagePages['stretches'], end: number): Range[] {
  const gaps: Range[] = [];
  let next = 0;
  for (const { start, messages } of stretches) {
    if (start > next) {
      gaps.push({ first: next, last: start - 1 });
    }
    next = start + messages.length;
  }
  return next < end ? [...gaps, { first: next, last: end - 1 }] : gaps;
}
