import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { urlOf } from '../../api/client.ts';
import { saveAs } from '../../ui/save-as.ts';

/** Everything into one file: what of it. */
export function SaveWorkspaceDialog({ onClose }: { readonly onClose: () => void }) {
  const [messages, setMessages] = useState(true);
  const [credentials, setCredentials] = useState(false);
  function save(): void {
    const flag = (isOn: boolean) => (isOn ? 'true' : 'false');
    saveAs(urlOf('exportWorkspace', { query: { messages: flag(messages), credentials: flag(credentials) } }));
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title="Save a workspace file" size={460}>
      <Stack gap="md">
        <span>
          One file with all Mail Agents, their templates, cached files, webhooks, rules and failures, the
          suppression list and the gateway’s settings. It opens in any Restante, without a network.
        </span>
        <Checkbox
          label="Messages"
          description="All that are held, with their outcomes"
          checked={messages}
          onChange={(event) => setMessages(event.currentTarget.checked)}
          data-autofocus
        />
        <Checkbox
          label="Tokens, short passwords and webhook keys"
          description="Without them the agents get new ones where the file is opened"
          checked={credentials}
          onChange={(event) => setCredentials(event.currentTarget.checked)}
        />
        {credentials && (
          <Alert color="yellow" icon={<IconKey size={16} />} title="The file holds secrets">
            Whoever has it can send as these agents. Give it only to those who may.
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={save}>Save</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
