import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { decodeText, wholeLines } from '../message/decode-text.ts';
import { fetchBytes } from '../message/fetch-bytes.ts';

interface PartText {
  readonly text: string;
  /** Whether there is more than was read. */
  readonly cut: boolean;
}

/** A part as text, or header and body as they were sent; at most so many bytes. */
export function usePartText(
  messageId: string,
  path: string,
  form: 'text' | 'source',
  limit: number,
): UseQueryResult<PartText> {
  return useQuery({
    queryKey: [...queryKeys.messageStructurePart(messageId, path), form, limit],
    queryFn: async ({ signal }) => {
      const url = urlOf('getMessageStructurePart', { params: { id: messageId, path }, query: { as: form } });
      const { bytes, cut } = await fetchBytes(url, { signal, limit });
      return { text: decodeText(cut ? wholeLines(bytes) : bytes), cut };
    },
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
}
