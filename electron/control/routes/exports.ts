import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { type Export as ExportShown, exportTypes } from '#shared/export.ts';
import { type Export, exportLifeMs } from '../../ledger/exports.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { makeExport } from '../../zeptomail/management/exports/make-export.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';

/** Exports: their list, new ones, downloads and deletion. */
export function addExportRoutes(
  route: Route,
  {
    agents,
    archive,
    ledger,
    outcomeScript,
  }: Pick<PostOffice, 'agents' | 'archive' | 'ledger' | 'outcomeScript'>,
): void {
  function all(): Export[] {
    const now = new Date();
    return exportTypes.flatMap((type) => ledger.exports.list(type, now));
  }

  function find(id: string): Export {
    const found = all().find((one) => one.id === id);
    if (found === undefined) {
      throw new RestanteError('export.not-found', { id });
    }
    return found;
  }

  route(controlApi.listExports, () => ({
    exports: all()
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .map(shown),
  }));
  route(controlApi.createExport, async ({ body }) => {
    const { type, agent, withContent = false } = body;
    if (withContent && type !== 'mail-logs') {
      const reason = 'Only the log of mails has texts.';
      throw new RestanteError('request.invalid', { reason }, { field: 'withContent' });
    }
    const query = new URLSearchParams(agent === undefined ? {} : { mailagent_key: agents.get(agent).key });
    const outcomesKnown = () => outcomeScript.caughtUp();
    const context = { account: { agents: () => agents, archive, outcomesKnown }, ledger };
    return shown(await makeExport({ context, agents, query }, { type, withContent, now: new Date() }));
  });
  route(controlApi.getExport, ({ params }) => {
    const one = find(params.id);
    return bytesAnswer(Buffer.from(ledger.exports.download(one, new Date())), {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Disposition': attachmentDisposition(one.name),
    });
  });
  route(controlApi.deleteExport, ({ params }) => ledger.exports.delete(find(params.id)));
}

function shown({ id, type, name, withContent, isDownloaded, size, createdAt, search }: Export): ExportShown {
  return {
    id,
    type,
    name,
    withContent,
    isDownloaded,
    size,
    search: JSON.parse(search) as Record<string, string>,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(createdAt + exportLifeMs).toISOString(),
  };
}
