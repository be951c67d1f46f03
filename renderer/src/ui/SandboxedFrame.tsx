import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';

interface SandboxedFrameProps {
  readonly address: string;
  readonly title: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

/**
 * HTML of a mail in a frame of another origin that may run nothing. One frame shows one address after the other, as
 * browsers start a process for a new one; it is not seen while it still holds the one before.
 */
export function SandboxedFrame({ address, title, className, style }: SandboxedFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(address);
  const asked = useRef(address);
  const [loaded, setLoaded] = useState<string | null>(null);
  // Before the page is painted: the frame is loaded meanwhile.
  useLayoutEffect(() => {
    if (asked.current !== address) {
      asked.current = address;
      // Another `src` would leave an entry in the history.
      frame.current?.contentWindow?.location.replace(address);
    }
  }, [address]);
  const isLoaded = loaded === address;
  return (
    <iframe
      ref={frame}
      src={first}
      title={title}
      className={className}
      style={{ ...style, visibility: isLoaded ? 'visible' : 'hidden' }}
      aria-busy={!isLoaded}
      onLoad={() => setLoaded(address)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
