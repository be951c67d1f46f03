import { Button } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import { MailFrame } from './MailFrame.tsx';
import { PreviewBar } from './PreviewBar.tsx';
import classes from './PreviewView.module.css';
import { TextView } from './TextView.tsx';
import { useCountedShowing } from './use-counted-showing.ts';
import { useFramePlace } from './use-frame-place.ts';
import { useLast } from '../../ui/use-last.ts';
import { usePreviewChoices } from './use-preview-choices.ts';
import { ViewBar } from './ViewBar.tsx';

interface PreviewViewProps {
  readonly message: MessageDetail;
  /** Whether the person asked for the remote content of this message. */
  readonly remote: boolean;
  readonly onLoadRemote: () => void;
}

/** The HTML as a mail client shows it, in the width, size and colours that are wanted; text where there is no HTML. */
export function PreviewView({ message, remote, onLoadRemote }: PreviewViewProps) {
  const [choices, change] = usePreviewChoices();
  const [dragged, setDragged] = useState<number | null>(null);
  const place = useFramePlace({ width: dragged ?? choices.width, zoom: choices.zoom });
  useCountedShowing(message);
  const preview = previewOf(message);
  // Behind a text, the frame stays for the HTML that comes next: one that is not laid out takes 30 ms more to be drawn.
  const kept = useLast(preview);
  const isBehind = preview === undefined;
  return (
    <>
      {isBehind && <TextView key={message.id} text={message.text ?? ''} />}
      {kept !== undefined && (
        <div className={classes['preview']} data-behind={isBehind || undefined} inert={isBehind}>
          <ViewBar
            actions={
              <PreviewBar choices={choices} width={place.width} isOffered={!isBehind} onChange={change} />
            }
          >
            <RemoteContent count={message.remoteContentCount} loaded={remote} onLoad={onLoadRemote} />
          </ViewBar>
          <MailFrame
            previewUrl={kept}
            rendering={{ remote, images: choices.images, colours: choices.colours }}
            place={place}
            onDrag={setDragged}
            onResize={(width) => {
              setDragged(null);
              change({ width });
            }}
          />
        </div>
      )}
    </>
  );
}

function previewOf({ hasHtml, previewUrl }: MessageDetail): string | undefined {
  return hasHtml ? (previewUrl ?? undefined) : undefined;
}

interface RemoteContentProps {
  readonly count: number;
  readonly loaded: boolean;
  readonly onLoad: () => void;
}

function RemoteContent({ count, loaded, onLoad }: RemoteContentProps) {
  if (count === 0) {
    return 'Nothing in this message asks for another host';
  }
  if (loaded) {
    return 'Remote content was loaded for this message';
  }
  return (
    <>
      <IconPhotoOff size={15} aria-hidden="true" className={classes['icon']} />
      {count === 1 ? '1 remote image or style held back' : `${count} remote images and styles held back`}
      <Button variant="subtle" size="compact-xs" onClick={onLoad}>
        Load for this message
      </Button>
    </>
  );
}
