import { useQuery } from '@tanstack/react-query';
import type { MessagePart } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import classes from './AttachmentsView.module.css';
import { dataUrl } from './data-url.ts';
import { fetchBytes } from './fetch-bytes.ts';

/** Pixels and nothing else; SVG may carry more. */
const imageTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const largestThumbnail = 4 * 1024 * 1024;

/** Whether a part is an image that may be shown small. */
export function hasThumbnail(part: MessagePart): boolean {
  return imageTypes.has(part.contentType) && part.size > 0 && part.size <= largestThumbnail;
}

/** A small picture of an image. */
export function Thumbnail({ messageId, part }: { readonly messageId: string; readonly part: MessagePart }) {
  const { data } = useQuery({
    queryKey: queryKeys.messagePart(messageId, part.n),
    queryFn: async ({ signal }) => {
      const { bytes } = await fetchBytes(urlOf('getMessagePart', { params: { id: messageId, n: part.n } }), {
        signal,
      });
      return dataUrl(new Blob([bytes], { type: part.contentType }));
    },
    gcTime: 0,
  });
  return data === undefined ? null : <img className={classes['thumbnail']} src={data} alt="" />;
}
