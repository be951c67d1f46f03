import { use, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { previewBeside } from '#shared/mail-frame.ts';
import type { FrameAnswer, FrameOrder } from '#shared/mail-frame.ts';
import { renderingAddress } from '#shared/mail-rendering.ts';
import type { MailRendering } from '#shared/mail-rendering.ts';
import classes from './WrittenFrame.module.css';
import { PreviewsAhead } from './previews-ahead.ts';

/** Milliseconds; then the frame's process has ended, or the document is too large to be written at once. */
const patienceMs = 5_000;

interface WrittenFrameProps {
  /** Of the frame itself. */
  readonly frame: string;
  /** Of the message to show. */
  readonly previewUrl: string;
  /** Of this one, and of those that may be shown next, which are fetched ahead. */
  readonly rendering: MailRendering;
  readonly title: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  /** The document did not come: the frame is of no use for it. */
  readonly onFailure: (address: string) => void;
}

/**
 * HTML of mails in one frame of another origin that stays: its own script writes one after the other, in a fraction of
 * the time that a new frame takes. What was written before is not seen any more as soon as another is asked for.
 */
export function WrittenFrame({
  frame,
  previewUrl,
  rendering,
  title,
  className,
  style,
  onFailure,
}: WrittenFrameProps) {
  const address = renderingAddress(previewUrl, rendering);
  const element = useRef<HTMLIFrameElement>(null);
  const [port, setPort] = useState<MessagePort | null>(null);
  const shown = useRef<string>(null);
  // Past React, whose rendering would keep what is there already from being seen.
  const reveal = useCallback((wanted: string): void => {
    element.current?.setAttribute('aria-busy', String(shown.current !== wanted));
  }, []);
  useLayoutEffect(() => {
    function hear({ data }: MessageEvent<FrameAnswer>): void {
      if (data.isShown) {
        shown.current = data.address;
        reveal(address);
      } else {
        onFailure(data.address);
      }
    }
    port?.addEventListener('message', hear);
    return () => port?.removeEventListener('message', hear);
  }, [port, address, reveal, onFailure]);
  const ready = use(PreviewsAhead)
    .map((id) => renderingAddress(previewBeside(previewUrl, id), rendering))
    .join('\n');
  useLayoutEffect(() => {
    reveal(address);
    port?.postMessage({ show: address, ready: ready === '' ? [] : ready.split('\n') } satisfies FrameOrder);
  }, [port, address, ready, reveal]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (shown.current !== address) {
        onFailure(address);
      }
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [address, onFailure]);

  function connect(window: Window | null): void {
    const { port1, port2 } = new MessageChannel();
    port1.start();
    // To whatever is there: by the page's policy a document of the mail view, whose origin has no name on the desktop.
    window?.postMessage(null, '*', [port2]);
    shown.current = null;
    setPort(port1);
  }

  return (
    <iframe
      ref={element}
      src={frame}
      title={title}
      className={`${classes['frame']} ${className}`}
      style={style}
      onLoad={(event) => connect(event.currentTarget.contentWindow)}
      // oxlint-disable-next-line react/iframe-missing-sandbox -- both let out only what is of the page's own origin
      sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
