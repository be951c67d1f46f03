import { MergeProblem } from '../merge/merge-problem.ts';
import { type Merged, renderMerge } from '../merge/render.ts';
import type { MergeInfo } from './merge-info.ts';

/** Fills a text of a send. One whose tags cannot be read stays as it is (assumed), because a person should see it. */
export function fillIn(source: string, info: MergeInfo, into: 'html' | 'text'): Merged {
  try {
    return renderMerge(source, info, into);
  } catch (error) {
    if (error instanceof MergeProblem) {
      return { text: source, missing: [] };
    }
    throw error;
  }
}
