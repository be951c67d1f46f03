import { renderingAddress } from '#shared/mail-rendering.ts';
import type { MailRendering } from '#shared/mail-rendering.ts';
import { SandboxedFrame } from '../../ui/SandboxedFrame.tsx';
import classes from './MailFrame.module.css';
import type { FramePlace } from './use-frame-place.ts';
import { WidthHandle } from './WidthHandle.tsx';

interface MailFrameProps {
  readonly previewUrl: string;
  readonly rendering: MailRendering;
  readonly place: FramePlace;
  readonly title?: string;
  /** While the handle is dragged. */
  readonly onDrag: (width: number) => void;
  /** A width to keep; null fills the pane. */
  readonly onResize: (width: number | null) => void;
}

/** A message's HTML in a frame of another origin that may run nothing, at a width and scale of its own. */
export function MailFrame({
  previewUrl,
  rendering,
  place,
  title = 'The message as HTML',
  onDrag,
  onResize,
}: MailFrameProps) {
  const { stage, measured, width, scale, centred } = place;
  return (
    <div className={classes['stage']} ref={stage}>
      {measured && (
        <>
          <div className={classes['sheet']} style={{ width: width * scale }}>
            <SandboxedFrame
              address={renderingAddress(previewUrl, rendering)}
              title={title}
              className={classes['frame']}
              style={{
                width,
                height: `${100 / scale}%`,
                transform: `scale(${scale})`,
                colorScheme: rendering.colours === 'light' ? 'light' : 'dark',
              }}
            />
          </div>
          <WidthHandle width={width} scale={scale} centred={centred} onDrag={onDrag} onResize={onResize} />
        </>
      )}
    </div>
  );
}
