import { Loader } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconIndentIncrease } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { askWorker } from '../../api/ask-worker.ts';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { byteWords } from './byte-words.ts';
import { CodeRows } from './CodeRows.tsx';
import colours from './Colours.module.css';
import { fetchBytes } from './fetch-bytes.ts';
import { markedPieces } from './find-in-text.ts';
import { FindBox } from './FindBox.tsx';
import { noTokens, tokenPieces } from './html-tokens.ts';
import type { PreparedSource, SourceQuestion } from './source-worker.ts';
import type { TextRow } from './text-rows.ts';
import { useFind } from './use-find.ts';
import { ViewBar } from './ViewBar.tsx';
import { ViewProblem } from './ViewProblem.tsx';

/** The HTML part's source with line numbers, coloured and searchable; indented when that is wanted. */
export function SourceView({ messageId }: { readonly messageId: string }) {
  const [pretty, setPretty] = useLocalStorage({
    key: 'restante.pretty-source',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const { data, error } = useQuery({
    queryKey: queryKeys.messageHtml(messageId),
    queryFn: async ({ signal }) => {
      const { bytes } = await fetchBytes(urlOf('getMessageHtml', { params: { id: messageId } }), { signal });
      return { html: new TextDecoder().decode(bytes), length: bytes.length };
    },
    gcTime: 0,
  });
  const sent = data?.html;
  const prepared = useQuery({
    queryKey: [...queryKeys.messageHtml(messageId), 'prepared', pretty],
    queryFn: ({ signal }) => prepareSource({ html: sent ?? '', pretty }, signal),
    enabled: sent !== undefined,
    gcTime: 0,
    retry: false,
  });
  // Uncoloured until its colours are known.
  const html = prepared.data?.html ?? sent ?? '';
  const tokens = prepared.data?.tokens ?? noTokens;
  const find = useFind(html);
  const findBox = useRef<HTMLInputElement>(null);
  const { finds, current } = find;
  const drawRow = useCallback(
    (row: TextRow) =>
      markedPieces(tokenPieces(html, tokens, row.start, row.end), row.start, finds, current).map(
        ({ kind, text, mark }, index) =>
          mark === null ? (
            <span key={index} className={colours[kind]}>
              {text}
            </span>
          ) : (
            <mark key={index} className={colours[mark]}>
              {text}
            </mark>
          ),
      ),
    [html, tokens, finds, current],
  );
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>;
  }
  return (
    <div
      className={colours['source']}
      role="presentation"
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
          event.preventDefault();
          findBox.current?.select();
        }
      }}
    >
      <ViewBar
        actions={
          <>
            <FindBox ref={findBox} find={find} where="the source" />
            <IconButton
              size={24}
              label="Pretty-print"
              aria-pressed={pretty}
              variant={pretty ? 'light' : 'subtle'}
              loading={pretty && prepared.isFetching}
              icon={<IconIndentIncrease size={16} />}
              onClick={() => setPretty(!pretty)}
            />
            <CopyIconButton value={html} what="the HTML source" />
          </>
        }
      >
        {sourceWords(data.length, pretty, prepared.error)}
      </ViewBar>
      <CodeRows text={html} label="HTML source" position={find.position}>
        {drawRow}
      </CodeRows>
    </div>
  );
}

function sourceWords(length: number, pretty: boolean, problem: Error | null): string {
  const size = byteWords(length);
  if (pretty && problem !== null) {
    return `HTML as it was sent, ${size}; it could not be indented: ${problem.message}`;
  }
  return pretty ? `HTML, indented, ${size} as sent` : `HTML as it was sent, ${size}`;
}

async function prepareSource(question: SourceQuestion, signal: AbortSignal): Promise<PreparedSource> {
  const worker = new Worker(new URL('source-worker.ts', import.meta.url), { type: 'module' });
  return (await askWorker(worker, question, signal)) as PreparedSource;
}
