import { useEffect, useState } from 'react';
import { afterPaint } from '../../ui/after-paint.ts';
import { useLast } from '../../ui/use-last.ts';
import { isLoaded } from './message-pages.ts';
import type { MessagePages, Range } from './message-pages.ts';

/** Rows that exist above and below those in sight; when only so few are left, more are drawn. */
const rowsBeside = 10;
const fewestBeside = 5;

/**
 * The positions of the rows that exist. The rows in sight are waited for: those beside them are drawn once these are
 * painted. `label` names the list; undefined while its rows are still those of the one before.
 */
export function useRenderedRows(
  pages: MessagePages,
  inSight: Range,
  label: string | undefined,
): readonly number[] {
  const list = useLast(label);
  const [drawn, setDrawn] = useState<{ readonly list: string | undefined; readonly range: Range } | null>(
    null,
  );
  const beside = drawn?.list === list ? drawn?.range : undefined;
  const { first, last } = inSight;
  const end = pages.length - 1;
  const isEnough =
    beside !== undefined &&
    beside.first <= Math.max(0, first - fewestBeside) &&
    beside.last >= Math.min(end, last + fewestBeside);
  const isWanting = !isEnough && isLoaded(pages, inSight);
  useEffect(
    () =>
      isWanting
        ? afterPaint(() =>
            setDrawn({ list, range: { first: Math.max(0, first - rowsBeside), last: last + rowsBeside } }),
          )
        : undefined,
    [isWanting, list, first, last],
  );
  const positions = new Set([...positionsIn(beside, end), ...positionsIn(inSight, end)]);
  return [...positions].toSorted((one, other) => one - other);
}

/** The positions of a range, as far as the list goes. */
function positionsIn(range: Range | undefined, end: number): readonly number[] {
  return range === undefined
    ? []
    : Array.from(
        { length: Math.max(0, Math.min(end, range.last) + 1 - range.first) },
        (_, at) => range.first + at,
      );
}
