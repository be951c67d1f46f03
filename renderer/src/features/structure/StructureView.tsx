import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageStructure } from '#shared/structure.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { SplitPanes } from '../../ui/SplitPanes.tsx';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import { dragPart } from './drag-part.ts';
import { PartPanel } from './PartPanel.tsx';
import { PartTree } from './PartTree.tsx';
import classes from './StructureView.module.css';

/** The message taken apart: its MIME parts as a tree, and the one that is chosen beside it. */
export function StructureView({ messageId }: { readonly messageId: string }) {
  const { data, error } = useQuery({
    queryKey: queryKeys.messageStructure(messageId),
    queryFn: ({ signal }) => call('getMessageStructure', { params: { id: messageId } }, { signal }),
    gcTime: 0,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>;
  }
  return <Structure key={messageId} messageId={messageId} structure={data} />;
}

interface StructureProps {
  readonly messageId: string;
  readonly structure: MessageStructure;
}

function Structure({ messageId, structure }: StructureProps) {
  const { parts, leftOut, partViewUrl } = structure;
  const [chosen, setChosen] = useState('1');
  const part = parts.find(({ path }) => path === chosen) ?? parts[0];
  return (
    <>
      <ViewBar>{summaryOf(structure)}</ViewBar>
      {leftOut > 0 && (
        <p className={classes['leftOut']}>
          The tree stops here; {leftOut.toLocaleString()} more {leftOut === 1 ? 'part is' : 'parts are'} left
          out. Raw has everything.
        </p>
      )}
      <div className={classes['panes']}>
        <SplitPanes
          name="structure"
          firstSize={{ start: 290, min: 180, max: 520 }}
          first={
            <PartTree
              parts={parts}
              chosen={part?.path ?? '1'}
              onChoose={setChosen}
              onDrag={(dragged, event) => dragPart(event, messageId, dragged, 'decoded')}
            />
          }
          second={
            part && (
              <PartPanel
                key={part.path}
                messageId={messageId}
                part={part}
                viewUrl={`${partViewUrl}${part.path}/`}
                onChoose={setChosen}
              />
            )
          }
        />
      </div>
    </>
  );
}

function summaryOf({ parts }: MessageStructure): string {
  const troubled = parts.filter(({ problems }) => problems.length > 0).length;
  const count = parts.length === 1 ? '1 part' : `${parts.length.toLocaleString()} parts`;
  if (troubled === 0) {
    return `${count}, nothing wrong found`;
  }
  return `${count}, ${troubled === 1 ? 'one' : troubled.toLocaleString()} with problems`;
}
