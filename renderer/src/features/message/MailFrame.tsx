import { renderingAddress } from '#shared/mail-rendering.ts';
import type { MailRendering } from '#shared/mail-rendering.ts';
import { SandboxedFrame } from '../../ui/SandboxedFrame.tsx';
import classes from './MailFrame.module.css';
import type { FramePlace } from './use-frame-place.ts';
import { useReadyFrames } from './use-ready-frames.ts';
import { WidthHandle } from './WidthHandle.tsx';

interface MailFrameProps {
  readonly previewUrl: string;
  /** The previews of messages that may be shown next: they are made ready behind this one. */
  readonly next?: readonly string[];
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
  next = [],
  rendering,
  place,
  title = 'The message as HTML',
  onDrag,
  onResize,
}: MailFrameProps) {
  const { stage, measured, width, scale, centred } = place;
  const shown = renderingAddress(previewUrl, rendering);
  // What is of another host is asked for when the person wants it of the message that is open.
  const ahead = next.map((url) => renderingAddress(url, { ...rendering, remote: false }));
  const { addresses, isLoaded, loaded } = useReadyFrames(shown, ahead);
  return (
    <div className={classes['stage']} ref={stage}>
      {measured && (
        <>
          <div className={classes['sheet']} style={{ width: width * scale }}>
            {addresses.map((address) => (
              <SandboxedFrame
                key={address}
                address={address}
                title={address === shown ? title : 'A message that may be opened next'}
                className={classes['frame']}
                style={{
                  width,
                  height: `${100 / scale}%`,
                  transform: `scale(${scale})`,
                  colorScheme: rendering.colours === 'light' ? 'light' : 'dark',
                  visibility: address === shown ? 'visible' : 'hidden',
                }}
                busy={address === shown && !isLoaded}
                onLoad={() => loaded(address)}
              />
            ))}
          </div>
          <WidthHandle width={width} scale={scale} centred={centred} onDrag={onDrag} onResize={onResize} />
        </>
      )}
    </div>
  );
}
