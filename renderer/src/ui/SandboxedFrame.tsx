import type { CSSProperties } from 'react';

interface SandboxedFrameProps {
  /** A new frame for a new address, by its `key`: navigating the old one would leave an entry in the history. */
  readonly address: string;
  readonly title: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly busy?: boolean;
  readonly onLoad?: () => void;
}

/** HTML of a mail in a frame of another origin that may run nothing. */
export function SandboxedFrame({ address, title, className, style, busy, onLoad }: SandboxedFrameProps) {
  return (
    <iframe
      src={address}
      title={title}
      className={className}
      style={style}
      aria-busy={busy}
      onLoad={onLoad}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
