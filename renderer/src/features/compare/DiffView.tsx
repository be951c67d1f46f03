import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { askWorker } from '../../api/ask-worker.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import type { DiffPiece, DiffRow, TextDiff } from './diff-rows.ts';
import type { DiffQuestion } from './diff-worker.ts';
import classes from './DiffView.module.css';

/** More is not compared, so that nothing holds the machine up. Characters, of both together. */
const mostCompared = 12_000_000;

/** Longer lines are cut in sight, not in the comparison. Characters. */
const longestShown = 5000;

interface DiffViewProps extends DiffQuestion {
  /** Names what is compared. */
  readonly what: string;
}

/** Two texts side by side, what differs marked by a sign, a line under it and a colour. */
export function DiffView({ left, right, what }: DiffViewProps) {
  const { data, error } = useQuery({
    queryKey: ['diff', left, right],
    queryFn: ({ signal }) => diffOf({ left, right }, signal),
    gcTime: 0,
    retry: false,
    staleTime: Infinity,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Comparing…</ViewBar>;
  }
  return (
    <>
      <ViewBar>{changeWords(data.changes)}</ViewBar>
      <DiffRows rows={data.rows} label={`Differences of ${what}`} />
    </>
  );
}

function DiffRows({ rows, label }: { readonly rows: readonly DiffRow[]; readonly label: string }) {
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 20,
    overscan: 20,
  });
  return (
    <ScrollRegion ref={frame} className={classes['frame']} label={label}>
      <div className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes['row']}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Side pieces={row.left} changed={row.kind === 'changed'} sign="−" word="Removed" />
                <Side pieces={row.right} changed={row.kind === 'changed'} sign="+" word="Added" />
              </div>
            )
          );
        })}
      </div>
    </ScrollRegion>
  );
}

interface SideProps {
  readonly pieces: readonly DiffPiece[] | null;
  readonly changed: boolean;
  readonly sign: '−' | '+';
  readonly word: 'Removed' | 'Added';
}

function Side({ pieces, changed, sign, word }: SideProps) {
  const isChanged = changed && pieces !== null;
  return (
    <div className={classes['side']} data-kind={isChanged ? word : pieces === null ? 'none' : undefined}>
      <span className={classes['sign']} title={isChanged ? word : undefined}>
        {isChanged && sign}
      </span>
      <pre className={classes['text']}>
        {pieces?.map(({ text, marked }, index) => {
          const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
          if (!marked) {
            return <span key={index}>{shown}</span>;
          }
          return word === 'Removed' ? <del key={index}>{shown}</del> : <ins key={index}>{shown}</ins>;
        })}
        {'\n'}
      </pre>
    </div>
  );
}

async function diffOf(question: DiffQuestion, signal: AbortSignal): Promise<TextDiff> {
  if (question.left === question.right) {
    const lines = question.left.split(/\r?\n/);
    const same = lines.map((text) => [{ text, marked: false }]);
    return { rows: same.map((line) => ({ kind: 'same', left: line, right: line })), changes: 0 };
  }
  if (question.left.length + question.right.length > mostCompared) {
    throw new Error('The two are too large to be compared.');
  }
  const worker = new Worker(new URL('diff-worker.ts', import.meta.url), { type: 'module' });
  return (await askWorker(worker, question, signal)) as TextDiff;
}

function changeWords(changes: number): string {
  if (changes === 0) {
    return 'No difference';
  }
  return changes === 1 ? '1 line differs' : `${changes.toLocaleString('en')} lines differ`;
}
