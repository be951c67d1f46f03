import { ActionIcon } from '@mantine/core';
import type { DragEvent, ReactNode } from 'react';

interface LinkIconButtonProps {
  /** The accessible name, shown as the tooltip too. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly href: string;
  /** Saved rather than opened; a string names the file. */
  readonly download?: boolean | string;
  /** Where it can be dragged out of the window. */
  readonly onDragStart?: (event: DragEvent) => void;
}

/** A link that shows only an icon; its name is in the tooltip and told to screen readers. */
export function LinkIconButton({ label, icon, href, download = false, onDragStart }: LinkIconButtonProps) {
  return (
    <ActionIcon
      component="a"
      aria-label={label}
      data-hint={label}
      href={href}
      download={download === true ? '' : download || undefined}
      {...(onDragStart && { onDragStart, draggable: true })}
    >
      {icon}
    </ActionIcon>
  );
}
