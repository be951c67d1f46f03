import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { FrameAnswer, FrameOrder } from '#shared/mail-frame.ts';

/** Milliseconds; then the frame's process has ended, or the document is too large to be written at once. */
const patienceMs = 5_000;

interface WrittenFrameProps {
  /** Of the frame itself. */
  readonly frame: string;
  /** Of the document to show. */
  readonly address: string;
  /** Of those that may be shown next: they are fetched ahead. */
  readonly next: readonly string[];
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
  address,
  next,
  title,
  className,
  style,
  onFailure,
}: WrittenFrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const [port, setPort] = useState<MessagePort | null>(null);
  const shown = useRef<string>(null);
  // Past React, whose rendering would keep what is there already from being seen.
  const reveal = useCallback((wanted: string): void => {
    const isShown = shown.current === wanted;
    element.current?.style.setProperty('visibility', isShown ? 'visible' : 'hidden');
    element.current?.setAttribute('aria-busy', String(!isShown));
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
  const ready = next.join('\n');
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
      className={className}
      style={style}
      onLoad={(event) => connect(event.currentTarget.contentWindow)}
      // oxlint-disable-next-line react/iframe-missing-sandbox -- both let out only what is of the page's own origin
      sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
