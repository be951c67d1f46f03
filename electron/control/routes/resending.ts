import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';
import { wholeRequestBody } from '../resending/request-body.ts';
import { smtpData } from '../resending/smtp-data.ts';

/** The files that the commands need which send a message again. */
export function addResendingRoutes(route: Route, { archive }: Pick<PostOffice, 'archive'>): void {
  route(controlApi.getMessageSmtpData, async ({ params: { id } }) => {
    const raw = await archive.raw(id);
    if (raw === undefined) {
      throw new RestanteError('message.not-found', { id });
    }
    return bytesAnswer(smtpData(raw), download('message.smtp'));
  });

  route(controlApi.getMessageRequestBody, async ({ params: { id } }) => {
    const detail = await archive.detail(id);
    if (detail === undefined) {
      throw new RestanteError('message.not-found', { id });
    }
    if (detail.session.kind !== 'api') {
      throw new RestanteError('message.no-request');
    }
    const contents = await Promise.all(detail.parts.map(({ n }) => archive.part(id, n)));
    const attachments = contents.flatMap((content) =>
      content === undefined ? [] : [{ name: content.part.filename, bytes: content.bytes }],
    );
    const { body, bodyBytes } = detail.session.request;
    const whole = wholeRequestBody(body, bodyBytes, attachments);
    if (whole === null) {
      throw new RestanteError('message.request-not-kept');
    }
    return bytesAnswer(Buffer.from(whole), download('request.json'));
  });
}

function download(name: string): Record<string, string> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': attachmentDisposition(name),
  };
}
