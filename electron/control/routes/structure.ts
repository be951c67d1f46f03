import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { partFileName } from '#shared/file-names.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';
import type { MailViewPlace } from '../mail-view/mail-view-place.ts';

/** Opened for itself a part may do nothing. */
const sandboxPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** A message's MIME tree, its parts by their path, and the messages within. */
export function addStructureRoutes(
  route: Route,
  { archive }: Pick<PostOffice, 'archive'>,
  mailView: MailViewPlace,
): void {
  async function missing(id: string, path: string): Promise<RestanteError> {
    const summary = await archive.summary(id);
    return summary === undefined
      ? new RestanteError('message.not-found', { id })
      : new RestanteError('message.part-not-found', { part: path });
  }

  route(controlApi.getMessageStructure, async ({ params }, context) => {
    const structure = await archive.structure(params.id);
    if (structure === undefined) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
    return { ...structure, partViewUrl: `${mailView.urlOf(params.id, context.req.raw)}at/` };
  });

  route(controlApi.getMessageHeaders, async ({ params, query }) => {
    const headers = await archive.headers({ id: params.id, path: query.path });
    if (headers === undefined) {
      throw await missing(params.id, query.path);
    }
    return headers;
  });

  route(controlApi.getMessageStructurePart, async ({ params, query }) => {
    const content = await archive.partContent(params, query.as);
    if (content === undefined) {
      throw await missing(params.id, params.path);
    }
    return bytesAnswer(content.bytes, {
      'Content-Type': query.as === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      'Content-Security-Policy': sandboxPolicy,
      'Content-Disposition': attachmentDisposition(partFileName({ ...content, path: params.path }, query.as)),
    });
  });

  route(controlApi.getNestedMessage, async ({ params }) => {
    const nested = await archive.nested(params);
    if (nested === undefined) {
      throw await missing(params.id, params.path);
    }
    return nested;
  });
}
