import { answerQuestion } from '../../api/ask-worker.ts';
import { diffRows } from './diff-rows.ts';
import type { TextDiff } from './diff-rows.ts';

export interface DiffQuestion {
  readonly left: string;
  readonly right: string;
}

answerQuestion((question): TextDiff => {
  const { left, right } = question as DiffQuestion;
  return diffRows(left, right);
});
