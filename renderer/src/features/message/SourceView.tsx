import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { byteWords } from './byte-words.ts';
import { CodeRows } from './CodeRows.tsx';
import colours from './Colours.module.css';
import { fetchBytes } from './fetch-bytes.ts';
import { htmlTokens, tokenPieces } from './html-tokens.ts';
import type { TextRow } from './text-rows.ts';
import { ViewBar } from './ViewBar.tsx';
import { ViewProblem } from './ViewProblem.tsx';

/** Sources above this stay uncoloured, so that opening them stays quick. Characters. */
const colouredUpTo = 1_500_000;

/** The HTML part's source with line numbers. */
export function SourceView({ messageId }: { readonly messageId: string }) {
  const { data, error } = useQuery({
    queryKey: queryKeys.messageHtml(messageId),
    queryFn: async ({ signal }) => {
      const { bytes } = await fetchBytes(urlOf('getMessageHtml', { params: { id: messageId } }), { signal });
      return { html: new TextDecoder().decode(bytes), length: bytes.length };
    },
    gcTime: 0,
  });
  const html = data?.html ?? '';
  const tokens = useMemo(() => (html.length > colouredUpTo ? [] : htmlTokens(html)), [html]);
  const drawRow = useCallback(
    (row: TextRow) =>
      tokenPieces(html, tokens, row.start, row.end).map((piece, index) => (
        <span key={index} className={colours[piece.kind]}>
          {piece.text}
        </span>
      )),
    [html, tokens],
  );
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>;
  }
  return (
    <>
      <ViewBar actions={<CopyIconButton value={html} what="the HTML source" />}>
        HTML as it was sent, {byteWords(data.length)}
      </ViewBar>
      <CodeRows text={html} label="HTML source">
        {drawRow}
      </CodeRows>
    </>
  );
}
