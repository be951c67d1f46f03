import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { dataUrl } from '../message/data-url.ts';
import { fetchBytes } from '../message/fetch-bytes.ts';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import classes from './ImageOfPart.module.css';

/** Larger ones are for saving only. Bytes. */
const largest = 25 * 1024 * 1024;

/** An image, no larger than its pane; within an <img> an SVG runs and loads nothing. */
export function ImageOfPart({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  const [size, setSize] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const { data, error } = useQuery({
    queryKey: [...queryKeys.messageStructurePart(messageId, part.path), 'image'],
    queryFn: async ({ signal }) => {
      const url = urlOf('getMessageStructurePart', { params: { id: messageId, path: part.path }, query: {} });
      const { bytes } = await fetchBytes(url, { signal, limit: largest });
      return dataUrl(new Blob([bytes], { type: part.type }));
    },
    gcTime: 0,
  });
  if (error || isBroken || part.size === 0) {
    return <ViewProblem>{error?.message ?? 'These bytes are no image of this type.'}</ViewProblem>;
  }
  return (
    <>
      <ViewBar>{size ?? 'Loading…'}</ViewBar>
      <div className={classes['stage']}>
        {data !== undefined && (
          <img
            className={classes['image']}
            src={data}
            alt={part.description ?? part.fileName ?? 'The part as an image'}
            onError={() => setBroken(true)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize(`${naturalWidth} × ${naturalHeight} pixels`)
            }
          />
        )}
      </div>
    </>
  );
}
