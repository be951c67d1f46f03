import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { notifyOfError } from '../../ui/notify.ts';
import { countWords } from '../inbox/row-words.ts';
import type { ChosenMessages } from './exchange-dialog.ts';
import { type ExportFormat, exportMessages } from './export-messages.ts';

interface ExportDialogProps {
  readonly messages: ChosenMessages;
  readonly onClose: () => void;
}

/** Messages to a file: in which form. */
export function ExportDialog({ messages, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('zip');
  const [isBusy, setBusy] = useState(false);
  async function save(): Promise<void> {
    setBusy(true);
    try {
      await exportMessages(messages, format);
      onClose();
    } catch (error) {
      notifyOfError(error, 'The messages were not exported');
    } finally {
      setBusy(false);
    }
  }
  const count = countWords(messages.count, 'message');
  return (
    <Modal opened onClose={onClose} title={`Export ${count}`} size={440}>
      <Stack gap="md">
        <Radio.Group
          label="As"
          value={format}
          onChange={(value) => setFormat(value === 'mbox' ? 'mbox' : 'zip')}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="zip"
              label="Zip of .eml files"
              description="Each message byte for byte in a file of its own"
              data-autofocus
            />
            <Radio
              value="mbox"
              label="mbox"
              description="One file for mail programs (mboxrd); imported again, each message is what it was"
            />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} onClick={() => void save()}>
            Export
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
