import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { attachmentFileName, mailFileName } from '#shared/file-names.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { zipOfParts } from '../../exchange/parts-zip.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';

/** Opened for itself, outside the mail view, a message's HTML shows what it carries and may do nothing. */
const sandboxPolicy =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The bytes of a message: raw, its HTML, its parts. */
export function addMessageContentRoutes(route: Route, { archive }: Pick<PostOffice, 'archive'>): void {
  async function summaryOf(id: string): Promise<{ subject: string; receivedAt: string }> {
    const summary = await archive.summary(id);
    if (summary === undefined) {
      throw new RestanteError('message.not-found', { id });
    }
    return summary;
  }

  route(controlApi.getMessageRaw, async ({ params }) => {
    const { subject } = await summaryOf(params.id);
    const raw = await archive.raw(params.id);
    if (raw === undefined) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
    return bytesAnswer(raw, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': attachmentDisposition(mailFileName(subject)),
    });
  });

  route(controlApi.getMessageHtml, async ({ params }) => {
    await summaryOf(params.id);
    const found = await archive.html(params.id);
    if (found === undefined) {
      throw new RestanteError('message.no-html');
    }
    return new Response(found.html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': sandboxPolicy },
    });
  });

  route(controlApi.getMessageParts, async ({ params }) => {
    const { subject, receivedAt } = await summaryOf(params.id);
    const parts = await archive.parts(params.id);
    if (parts === undefined) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
    return new Response(zipOfParts(parts, new Date(receivedAt)), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': attachmentDisposition(mailFileName(subject).replace(/eml$/, 'zip')),
      },
    });
  });

  route(controlApi.getMessagePart, async ({ params }) => {
    await summaryOf(params.id);
    const content = await archive.part(params.id, params.n);
    if (content === undefined) {
      throw new RestanteError('message.part-not-found', { part: params.n });
    }
    return bytesAnswer(content.bytes, {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': sandboxPolicy,
      'Content-Disposition': attachmentDisposition(attachmentFileName(content.part)),
    });
  });
}
