import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { byteWords } from './byte-words.ts';
import { CodeRows } from './CodeRows.tsx';
import colours from './Colours.module.css';
import { decodeText, wholeLines } from './decode-text.ts';
import { fetchBytes } from './fetch-bytes.ts';
import type { TextRow } from './text-rows.ts';
import { ViewBar } from './ViewBar.tsx';
import { ViewProblem } from './ViewProblem.tsx';

/** So much is shown at first. Bytes. */
const firstBytes = 1024 * 1024;

/** The message as it came, header and body, byte for byte where it is text. */
export function RawView({ messageId, size }: { readonly messageId: string; readonly size: number }) {
  const [whole, setWhole] = useState(size <= firstBytes);
  const { data, error, isFetching } = useQuery({
    queryKey: [...queryKeys.messageRaw(messageId), whole],
    queryFn: async ({ signal }) => {
      const url = urlOf('getMessageRaw', { params: { id: messageId } });
      const { bytes, cut } = await fetchBytes(url, { signal, ...(whole ? {} : { limit: firstBytes }) });
      return { text: decodeText(cut ? wholeLines(bytes) : bytes), cut };
    },
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
  const text = data?.text ?? '';
  const headerEnd = text.search(/\r?\n\r?\n/);
  const drawRow = useCallback(
    (row: TextRow) => {
      const line = text.slice(row.start, row.end);
      const name = row.start <= headerEnd && row.line !== null ? /^[!-9;-~]+:/.exec(line)?.[0] : undefined;
      return name === undefined ? (
        line
      ) : (
        <>
          <span className={colours['name']}>{name}</span>
          {line.slice(name.length)}
        </>
      );
    },
    [text, headerEnd],
  );
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>;
  }
  return (
    <>
      <ViewBar
        actions={
          data.cut ? (
            <Button variant="subtle" size="compact-xs" loading={isFetching} onClick={() => setWhole(true)}>
              Show all {byteWords(size)}
            </Button>
          ) : (
            <CopyIconButton value={text} what="the raw message" />
          )
        }
      >
        {data.cut
          ? `The first ${byteWords(firstBytes)} of ${byteWords(size)}`
          : `As it came, ${byteWords(size)}`}
      </ViewBar>
      <CodeRows text={text} label="Raw message">
        {drawRow}
      </CodeRows>
    </>
  );
}
