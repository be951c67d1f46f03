import { ActionIcon } from '@mantine/core';
import type { ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';

interface IconButtonProps
  extends
    Omit<ActionIconProps, 'aria-label'>,
    Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps> {
  /** The accessible name, shown as the tooltip too. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; its name is in the tooltip and told to screen readers. */
export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <ActionIcon aria-label={label} data-hint={label} {...rest}>
      {icon}
    </ActionIcon>
  );
}
