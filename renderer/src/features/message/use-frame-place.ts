import { useElementSize } from '@mantine/hooks';
import type { RefCallback } from 'react';
import { frameOf } from './preview-choices.ts';
import type { PreviewChoices } from './preview-choices.ts';

/** The handle lies beside the mail, so that it can always be grasped. Pixels, as in its style sheet. */
const handleWidth = 12;
/** Until the stage has been measured: the frame begins to load then, out of sight. */
const roomAtFirst = 800;

export interface FramePlace {
  readonly stage: RefCallback<HTMLDivElement>;
  /** Whether the stage has been measured; there is nothing to be seen before. */
  readonly measured: boolean;
  /** Of the mail, in its own CSS pixels. */
  readonly width: number;
  readonly scale: number;
  /** Whether there is room on both sides, so that the mail grows to both when its handle moves. */
  readonly centred: boolean;
}

/** Follows the size of the stage that a mail is drawn on. */
export function useFramePlace(size: Pick<PreviewChoices, 'width' | 'zoom'>): FramePlace {
  const { ref, width: stageWidth } = useElementSize<HTMLDivElement>();
  const measured = stageWidth > 0;
  const room = measured ? Math.max(0, stageWidth - handleWidth) : roomAtFirst;
  const { width, scale } = frameOf(size, room);
  return { stage: ref, measured, width, scale, centred: Math.round(width * scale) < room };
}
