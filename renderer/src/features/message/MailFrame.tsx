import { useState } from 'react';
import { frameAddress } from '#shared/mail-frame.ts';
import { renderingAddress } from '#shared/mail-rendering.ts';
import type { MailRendering } from '#shared/mail-rendering.ts';
import { SandboxedFrame } from '../../ui/SandboxedFrame.tsx';
import classes from './MailFrame.module.css';
import type { FramePlace } from './use-frame-place.ts';
import { WidthHandle } from './WidthHandle.tsx';
import { WrittenFrame } from './WrittenFrame.tsx';

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

/**
 * A message's HTML in a frame of another origin that may run nothing, at a width and scale of its own. What may load of
 * other hosts has a frame and a policy for itself.
 */
export function MailFrame({
  previewUrl,
  rendering,
  place,
  title = 'The message as HTML',
  onDrag,
  onResize,
}: MailFrameProps) {
  const { stage, measured, width, scale, centred } = place;
  const [failed, setFailed] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);
  const address = renderingAddress(previewUrl, rendering);
  const frame = frameAddress(previewUrl, rendering);
  const look = {
    title,
    className: classes['frame'],
    style: {
      width,
      height: `${100 / scale}%`,
      transform: `scale(${scale})`,
      colorScheme: rendering.colours === 'light' ? 'light' : 'dark',
    },
  };
  return (
    <div className={classes['stage']} ref={stage}>
      <div
        className={classes['sheet']}
        style={{ width: width * scale, visibility: measured ? undefined : 'hidden' }}
      >
        {rendering.remote || failed === address ? (
          <SandboxedFrame
            key={address}
            {...look}
            address={address}
            busy={loaded !== address}
            onLoad={() => setLoaded(address)}
          />
        ) : (
          <WrittenFrame
            key={frame}
            {...look}
            frame={frame}
            previewUrl={previewUrl}
            rendering={rendering}
            onFailure={setFailed}
          />
        )}
      </div>
      {measured && (
        <WidthHandle width={width} scale={scale} centred={centred} onDrag={onDrag} onResize={onResize} />
      )}
    </div>
  );
}
