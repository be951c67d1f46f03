import type { ExportType } from '#shared/export.ts';
import { type Export, exportLifeMs } from '../../../ledger/exports.ts';
import type { Resource } from '../../resource.ts';
import { displayedTime } from '../display-time.ts';
import { Failure } from '../failure.ts';
import { manage, type Managing } from '../manage.ts';
import { makeExport } from './make-export.ts';

/**
 * /v1.1/{mail-logs|activity-logs|suppression-list}/exports. Requests and answers around the documented row are assumed:
 * filters come in the body or the query, and a file is there as soon as it is asked for.
 */
export function exportsOf(type: ExportType): Resource {
  return {
    POST: manage({ group: 'Exports', operation: 'CREATE' }, async (managing) => {
      const query = filtersOf(managing);
      const withContent = query.get('is_content_included')?.toLowerCase() === 'true';
      const now = managing.request.receivedAt;
      const made = await makeExport({ ...managing, query }, { type, withContent, now });
      return { body: { data: shown(made), status: 'success' } };
    }),
    GET: manage({ group: 'Exports', operation: 'READ' }, ({ context, request }) => {
      const data = context.ledger.exports.list(type, request.receivedAt).map(shown);
      return { body: { data, status: 'success' } };
    }),
    DELETE: manage({ group: 'Exports', operation: 'DELETE' }, (managing) => {
      const ids = (managing.query.get('export_ids') ?? '').split(',').map((id) => id.trim());
      const given = [...new Set(ids)].filter((id) => id !== '');
      if (given.length === 0) {
        throw new Failure('field-empty', { field: 'export_ids' });
      }
      // All are looked for first: none goes when one is not there.
      const found = given.map((id) => exportById(managing, type, id));
      found.forEach((one) => managing.context.ledger.exports.delete(one));
      return {};
    }),
  };
}

/** /v1.1/{list}/exports/{id}/download: the file itself. */
export function exportDownload(type: ExportType): Resource {
  return {
    GET: manage({ group: 'Exports', operation: 'READ' }, (managing) => {
      const { context, request, params } = managing;
      const one = exportById(managing, type, params['id'] ?? '');
      return {
        body: context.ledger.exports.download(one, request.receivedAt),
        headers: [
          ['Content-Type', 'text/csv; charset=utf-8'],
          ['Content-Disposition', `attachment; filename="${one.name}"`],
        ],
        kept: `(${one.name}, ${one.size} bytes)`,
      };
    }),
  };
}

function exportById({ context, request }: Managing, type: ExportType, id: string): Export {
  const found = context.ledger.exports.list(type, request.receivedAt).find((one) => one.id === id);
  if (found === undefined) {
    throw new Failure('no-records');
  }
  return found;
}

/** What the query and the body ask for; the body wins, and may have its filters in a `search_query` as rows show them. */
function filtersOf({ query, body }: Managing): URLSearchParams {
  const filters = new URLSearchParams(query);
  const { search_query: search, ...rest } = body;
  const inside = typeof search === 'object' && search !== null ? search : {};
  for (const [name, value] of Object.entries({ ...inside, ...rest })) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      filters.set(name, String(value));
    }
  }
  return filters;
}

/** The documented row; the words of status, type and creator are assumed. */
function shown(one: Export): object {
  return {
    created_time: displayedTime(one.createdAt),
    export_type: one.type,
    modified_time: displayedTime(one.modifiedAt),
    is_content_included: one.withContent,
    file_status: 'completed',
    file_name: one.name,
    is_downloaded: one.isDownloaded,
    export_id: one.id,
    search_query: JSON.parse(one.search) as object,
    expiry_time: displayedTime(one.createdAt + exportLifeMs),
    created_by: 'Restante',
    file_size: one.size,
  };
}
