import { RestanteError } from '#shared/errors.ts';
import type { MessageDetail } from '#shared/message.ts';
import type { Archive } from '../road/archive.ts';
import type { MailViewPlace } from './mail-view/mail-view-place.ts';

/** One message as the page and scripts get it. @throws RestanteError `message.not-found`. */
export async function openMessage(
  { archive, mailView }: { readonly archive: Pick<Archive, 'detail'>; readonly mailView: MailViewPlace },
  id: string,
  request: Request,
): Promise<MessageDetail> {
  const detail = await archive.detail(id);
  if (detail === undefined) {
    throw new RestanteError('message.not-found', { id });
  }
  return { ...detail, previewUrl: detail.hasHtml ? mailView.urlOf(id, request) : null };
}
