import { CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { announce } from './announce.ts';
import { IconButton } from './IconButton.tsx';

interface CopyIconButtonProps {
  readonly value: string;
  /** What is copied, as in “Copy the SMTP port”. */
  readonly what: string;
}

/** Copies a text, and says so by its icon and to screen readers. */
export function CopyIconButton({ value, what }: CopyIconButtonProps) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <IconButton
          size={24}
          label={copied ? 'Copied' : `Copy ${what}`}
          icon={copied ? <IconCheck size={15} color="var(--success)" /> : <IconCopy size={15} />}
          onClick={() => {
            copy();
            announce(`Copied ${what}`);
          }}
        />
      )}
    </CopyButton>
  );
}
