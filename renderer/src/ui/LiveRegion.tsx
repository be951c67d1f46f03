import { VisuallyHidden } from '@mantine/core';
import { liveRegionId } from './announce.ts';

/** Where `announce` speaks. */
export function LiveRegion() {
  return <VisuallyHidden id={liveRegionId} role="status" aria-live="polite" />;
}
