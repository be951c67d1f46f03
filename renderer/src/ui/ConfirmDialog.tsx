import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { notifyOfError } from './notify.ts';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will be lost. */
  readonly children: ReactNode;
  /** The verb on the button: “Delete 12 messages”. */
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What takes the focus when that which had it before the dialog is lost. */
  readonly focusAfter: () => HTMLElement | null | undefined;
}

/** Asks before something is lost for good. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, action, onConfirm, onClose, focusAfter } = props;
  const [busy, setBusy] = useState(false);
  async function confirm(): Promise<void> {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      notifyOfError(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => {
        if (document.activeElement === document.body) {
          focusAfter()?.focus();
        }
      }}
      title={title}
      size={420}
    >
      <Text component="div" c="dimmed">
        {children}
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button color="red" loading={busy} onClick={() => void confirm()} data-autofocus>
          {action}
        </Button>
      </Group>
    </Dialog>
  );
}
