import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dataUrl } from './data-url.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { ViewBar } from './ViewBar.tsx';
import { ViewProblem } from './ViewProblem.tsx';
import classes from './ImageView.module.css';

/** Larger ones are for saving only. Bytes. */
const largest = 25 * 1024 * 1024;

interface ImageViewProps {
  /** Where its bytes are. */
  readonly url: string;
  readonly type: string;
  readonly alt: string;
}

/** An image, no larger than its pane; within an <img> an SVG runs and loads nothing. */
export function ImageView({ url, type, alt }: ImageViewProps) {
  const [size, setSize] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['image', url],
    queryFn: async ({ signal }) => {
      const { bytes, cut } = await fetchBytes(url, { signal, limit: largest });
      return cut ? null : dataUrl(new Blob([bytes], { type }));
    },
    gcTime: 0,
  });
  if (data === null) {
    return <ViewProblem>It is too large to be shown here: download it.</ViewProblem>;
  }
  if (error || isBroken) {
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
            alt={alt}
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
