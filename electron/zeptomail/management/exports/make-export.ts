import type { ExportType } from '#shared/export.ts';
import type { Export } from '../../../ledger/exports.ts';
import type { Surveying } from '../manage.ts';
import { csvOf } from './csv.ts';
import { tables } from './tables.ts';

/** Makes a file of what the query asks for, and keeps it. @throws Failure for a filter that cannot be read. */
export async function makeExport(
  surveying: Surveying,
  { type, withContent, now }: { type: ExportType; withContent: boolean; now: Date },
): Promise<Export> {
  const { columns, rows } = await tables[type](surveying, withContent);
  return surveying.context.ledger.exports.add(
    {
      type,
      name: `${type}-${now.toISOString().replace(/[-:]|\..*/g, '')}.csv`,
      search: JSON.stringify(Object.fromEntries(surveying.query)),
      withContent,
      content: csvOf(columns, rows),
    },
    now,
  );
}
