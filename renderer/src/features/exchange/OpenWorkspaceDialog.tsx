import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { byteWords } from '../message/byte-words.ts';
import { OpenedReport } from './OpenedReport.tsx';
import { openWorkspace } from './open-workspace.ts';
import { WorkspaceRunning } from './WorkspaceRunning.tsx';
import classes from './ImportDialog.module.css';

interface OpenWorkspaceDialogProps {
  readonly file: File | null;
  readonly onClose: () => void;
}

/** Adds what a workspace file holds to what is there. */
export function OpenWorkspaceDialog({ file: given, onClose }: OpenWorkspaceDialogProps) {
  const [file, setFile] = useState(given);
  const [takeSettings, setTakeSettings] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const open = useMutation({
    mutationFn: ({ chosen, task }: { readonly chosen: File; readonly task: string }) =>
      openWorkspace(chosen, { settings: takeSettings ? 'take' : 'keep', task }),
  });
  const { isPending } = open;
  const isCancelled = open.error instanceof ApiError && open.error.code === 'workspace.cancelled';
  return (
    <Modal
      opened
      onClose={onClose}
      title="Open a workspace file"
      size={480}
      closeOnEscape={!isPending}
      closeOnClickOutside={!isPending}
      withCloseButton={!isPending}
    >
      <Stack gap="md">
        {open.data ? (
          <OpenedReport report={open.data} onClose={onClose} />
        ) : isPending ? (
          <WorkspaceRunning task={open.variables.task} file={open.variables.chosen} />
        ) : (
          <>
            <div className={classes['choose']}>
              <Button
                variant="default"
                leftSection={<IconFolderOpen size={15} />}
                onClick={() => input.current?.click()}
                data-autofocus={file === null || undefined}
              >
                {file === null ? 'Choose a .restante file…' : 'Choose another file…'}
              </Button>
              {file !== null && (
                <span>
                  <bdi>{file.name}</bdi>, {byteWords(file.size)}
                </span>
              )}
              <input
                ref={input}
                type="file"
                accept=".restante"
                hidden
                onChange={(event) => {
                  open.reset();
                  setFile(event.target.files?.[0] ?? file);
                }}
              />
            </div>
            <p className={classes['note']}>
              Its agents and messages are added to what is here; nothing that is here changes. An agent whose
              name or ports are taken gets others.
            </p>
            <Checkbox
              label="Take over the gateway’s settings"
              description="The ports of the gateway, and whether it is on, become those of the file"
              checked={takeSettings}
              onChange={(event) => setTakeSettings(event.currentTarget.checked)}
            />
            {open.error && (
              <p role={isCancelled ? 'status' : 'alert'} className={classes[isCancelled ? 'note' : 'alert']}>
                {open.error.message}
              </p>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button
                disabled={file === null}
                onClick={() => file && open.mutate({ chosen: file, task: crypto.randomUUID() })}
                data-autofocus={file !== null || undefined}
              >
                Open
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
