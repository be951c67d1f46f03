import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface LinkIconButtonProps {
  /** The accessible name, shown as the tooltip too. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly href: string;
  /** Saved rather than opened; a string names the file. */
  readonly download?: boolean | string;
}

/** A link that shows only an icon; its name is in the tooltip and told to screen readers. */
export function LinkIconButton({ label, icon, href, download = false }: LinkIconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        component="a"
        aria-label={label}
        href={href}
        download={download === true ? '' : download || undefined}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
