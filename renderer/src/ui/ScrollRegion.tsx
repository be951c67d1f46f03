import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  /** Its accessible name. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** A named part of the page that scrolls, and so can be reached and scrolled by keyboard. */
export function ScrollRegion({ label, className, children, ref }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
