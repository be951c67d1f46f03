import { useState } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import { MailFrame } from '../message/MailFrame.tsx';
import { PreviewBar } from '../message/PreviewBar.tsx';
import type { PreviewChoices } from '../message/preview-choices.ts';
import { TextView } from '../message/TextView.tsx';
import { useFramePlace } from '../message/use-frame-place.ts';
import { usePreviewChoices } from '../message/use-preview-choices.ts';
import { ViewBar } from '../message/ViewBar.tsx';
import classes from './ComparePage.module.css';

interface ComparePreviewsProps {
  readonly left: MessageDetail;
  readonly right: MessageDetail;
}

/** Both as they look, in the same width, size and colours: what is changed for one is changed for the other. */
export function ComparePreviews({ left, right }: ComparePreviewsProps) {
  const [choices, change] = usePreviewChoices();
  const [dragged, setDragged] = useState<number | null>(null);
  const size = { width: dragged ?? choices.width, zoom: choices.zoom };
  const places = [useFramePlace(size), useFramePlace(size)] as const;
  const resize = (width: number | null): void => {
    setDragged(null);
    change({ width });
  };
  return (
    <>
      <ViewBar actions={<PreviewBar choices={choices} width={places[0].width} isOffered onChange={change} />}>
        Remote content is held back
      </ViewBar>
      <div className={classes['previews']}>
        {[left, right].map((message, index) => (
          <Preview
            key={message.id}
            message={message}
            place={places[index === 0 ? 0 : 1]}
            choices={choices}
            title={index === 0 ? 'The left message as HTML' : 'The right message as HTML'}
            onDrag={setDragged}
            onResize={resize}
          />
        ))}
      </div>
    </>
  );
}

interface PreviewProps {
  readonly message: MessageDetail;
  readonly place: ReturnType<typeof useFramePlace>;
  readonly choices: PreviewChoices;
  readonly title: string;
  readonly onDrag: (width: number) => void;
  readonly onResize: (width: number | null) => void;
}

function Preview({ message, place, choices, title, onDrag, onResize }: PreviewProps) {
  return (
    <div className={classes['preview']}>
      {message.previewUrl === null ? (
        <TextView text={message.text ?? ''} />
      ) : (
        <MailFrame
          previewUrl={message.previewUrl}
          rendering={{ remote: false, images: choices.images, colours: choices.colours }}
          place={place}
          title={title}
          onDrag={onDrag}
          onResize={onResize}
        />
      )}
    </div>
  );
}
