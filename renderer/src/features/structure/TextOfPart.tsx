import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { byteWords } from '../message/byte-words.ts';
import { CodeRows } from '../message/CodeRows.tsx';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import { usePartText } from './use-part-text.ts';

/** So much is shown at first. Bytes. */
const firstBytes = 1024 * 1024;

interface TextOfPartProps {
  readonly messageId: string;
  readonly part: StructurePart;
  readonly form: 'text' | 'source';
}

/** A part line by line: as text, or header and body as they were sent. */
export function TextOfPart({ messageId, part, form }: TextOfPartProps) {
  const [limit, setLimit] = useState(firstBytes);
  const { data, error, isFetching } = usePartText(messageId, part.path, form, limit);
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  const label = form === 'text' ? 'Text of the part' : 'The part as it was sent';
  return (
    <>
      <ViewBar
        actions={
          data?.cut ? (
            <Button
              variant="subtle"
              size="compact-xs"
              loading={isFetching}
              onClick={() => setLimit(Infinity)}
            >
              Show all
            </Button>
          ) : (
            data && <CopyIconButton value={data.text} what="the part" />
          )
        }
      >
        {data?.cut ? `${label}, the first ${byteWords(firstBytes)}` : label}
      </ViewBar>
      {data && <CodeRows text={data.text} label={label} />}
    </>
  );
}
