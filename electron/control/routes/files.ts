import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { cacheBytes } from '../../ledger/files.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { blockedExtension } from '../../zeptomail/email/blocked-extensions.ts';
import { cachedFileBytes } from '../../zeptomail/files/file-limits.ts';
import { keepFile } from '../../zeptomail/files/keep-file.ts';
import { createRequestIds } from '../../zeptomail/request-id.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';
import { readBytes } from '../read-bytes.ts';

/** The file cache of an agent: its list, uploads, downloads and deletion. */
export function addFileRoutes(route: Route, { agents, ledger }: Pick<PostOffice, 'agents' | 'ledger'>): void {
  const requestIds = createRequestIds(() => Date.now());

  route(controlApi.listFiles, ({ params }) => ({
    files: ledger.files.list(agents.get(params.id).id),
    usedBytes: ledger.files.usedBytes(),
    limitBytes: cacheBytes,
  }));
  route(controlApi.addFile, async ({ params, query }, context) => {
    const agent = agents.get(params.id);
    const extension = blockedExtension(query.name);
    if (extension !== undefined) {
      throw new RestanteError('file.blocked', { extension }, { field: 'name' });
    }
    const content = await readBytes(context.req.raw, cachedFileBytes);
    if (content.length === 0) {
      throw new RestanteError('file.empty');
    }
    const file = { name: query.name, content };
    const kept = keepFile(file, { agent, ledger, requestIds, now: new Date() });
    if (kept === undefined) {
      throw new RestanteError('file.cache-full', { limit: cacheBytes });
    }
    return kept;
  });
  route(controlApi.getFile, ({ params }) => {
    const file = ledger.files.find(agents.get(params.id).id, params.key);
    if (file === undefined) {
      throw new RestanteError('file.not-found', { key: params.key });
    }
    return bytesAnswer(file.content, {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Disposition': attachmentDisposition(file.name),
    });
  });
  route(controlApi.deleteFile, ({ params }) => {
    if (!ledger.files.delete(agents.get(params.id).id, params.key)) {
      throw new RestanteError('file.not-found', { key: params.key });
    }
  });
}
