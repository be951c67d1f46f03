import { RestanteError } from '#shared/errors.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
export const sqliteCodes = { readOnly: 8, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 } as const;

/** The primary result code of an error that node:sqlite threw, or undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return error.errcode & 0xff;
  }
  return undefined;
}

/** Why the store could not write, in words. */
export function storeFailure(error: unknown): RestanteError {
  return new RestanteError('store.failed', { reason: reasonOf(error) }, { cause: error });
}

function reasonOf(error: unknown): string {
  switch (sqliteCode(error)) {
    case sqliteCodes.full:
      return 'the disk is full.';
    case sqliteCodes.readOnly:
      return 'the data folder cannot be written.';
    case sqliteCodes.ioError:
      return 'the disk reports an error.';
    case undefined:
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
