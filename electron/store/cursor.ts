import { RestanteError } from '#shared/errors.ts';
import type { Row } from './rows.ts';

/** A page of a list: so many rows of an agent, or of all, below a cursor. */
export interface PageRequest {
  readonly agentId: string | undefined;
  readonly limit: number;
  readonly before: string | undefined;
}

/** Where the page below this row begins. */
export function cursorOf(row: Row | undefined): string | null {
  return row === undefined ? null : Number(row['seq']).toString(36);
}

/** Rows of the page have smaller sequence numbers. @throws RestanteError `request.invalid` for a cursor that is none of ours. */
export function seqBefore(cursor: string | undefined): number {
  if (cursor === undefined) {
    return Number.MAX_SAFE_INTEGER;
  }
  const seq = /^[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  if (Number.isNaN(seq)) {
    throw new RestanteError(
      'request.invalid',
      { reason: 'This is not the “next” of a page.' },
      { field: 'before' },
    );
  }
  return seq;
}
