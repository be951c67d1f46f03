import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconFiles, IconFolder } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useAgents } from '../agents/use-agents.ts';
import { countWords } from '../inbox/row-words.ts';
import { byteWords } from '../message/byte-words.ts';
import { ImportReport } from './ImportReport.tsx';
import { ImportRunning } from './ImportRunning.tsx';
import type { ImportOptions } from './import-files.ts';
import { type PickedFile, pickedFiles } from './picked-files.ts';
import { useImport } from './use-import.ts';
import classes from './ImportDialog.module.css';

interface ImportDialogProps {
  readonly agentId: string | null;
  readonly files: readonly PickedFile[];
  readonly onClose: () => void;
}

const shownFiles = 200;

const times: Readonly<Record<ImportOptions['time'], string>> = {
  date: 'Its own: the Date field, or the mbox’s',
  now: 'This moment',
};
const quotings: Readonly<Record<ImportOptions['quoting'], string>> = {
  mboxrd: 'mboxrd: >From, >>From, … (as Restante writes it)',
  mboxo: 'mboxo: only >From',
  none: 'Not at all',
};

/** Files into an agent: which, into whose inbox, and then what was taken. */
export function ImportDialog({ agentId, files: given, onClose }: ImportDialogProps) {
  const agents = useAgents() ?? [];
  const [chosen, setTarget] = useState(agentId);
  // Known a little later than the dialog opens, when files are opened with the application.
  const only = agents.length === 1 ? agents[0]?.id : undefined;
  const target = chosen ?? only ?? null;
  const [files, setFiles] = useState(given);
  const [time, setTime] = useState<ImportOptions['time']>('date');
  const [quoting, setQuoting] = useState<ImportOptions['quoting']>('mboxrd');
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const work = useImport();
  const agent = agents.find(({ id }) => id === target);
  const hasMbox = files.some(({ path }) => !/\.eml$/i.test(path));
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);

  function pick(list: FileList | null): void {
    setFiles(list === null ? [] : pickedFiles(list));
  }

  const isRunning = work.state === 'running';
  return (
    <Modal
      opened
      onClose={onClose}
      title="Import messages"
      size={520}
      closeOnEscape={!isRunning}
      closeOnClickOutside={!isRunning}
      withCloseButton={!isRunning}
    >
      <Stack gap="sm">
        {work.state === 'idle' && (
          <>
            <div className={classes['choose']}>
              <Group gap="xs">
                <Button
                  variant="default"
                  leftSection={<IconFiles size={15} />}
                  onClick={() => fileInput.current?.click()}
                  data-autofocus
                >
                  Choose files…
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconFolder size={15} />}
                  onClick={() => folderInput.current?.click()}
                >
                  Choose a folder…
                </Button>
              </Group>
              <span>.eml files, mbox files and zip archives of them. Or drop them onto the window.</span>
            </div>
            <input
              ref={fileInput}
              type="file"
              multiple
              hidden
              onChange={(event) => pick(event.target.files)}
            />
            <input
              ref={folderInput}
              type="file"
              webkitdirectory=""
              hidden
              onChange={(event) => pick(event.target.files)}
            />
            {files.length > 0 && (
              <ScrollRegion className={classes['files']} label="Chosen files">
                {files.slice(0, shownFiles).map(({ file, path }, at) => (
                  <div key={at} className={classes['file']}>
                    <bdi className={classes['path']}>{path}</bdi>
                    <span className={classes['size']}>{byteWords(file.size)}</span>
                  </div>
                ))}
                {files.length > shownFiles && (
                  <div className={classes['file']}>
                    and {(files.length - shownFiles).toLocaleString('en')} more
                  </div>
                )}
              </ScrollRegion>
            )}
            <Select
              label="Into"
              placeholder="Choose a Mail Agent"
              allowDeselect={false}
              value={target}
              data={agents.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setTarget}
            />
            <Select
              label="Time in the list"
              allowDeselect={false}
              value={time}
              data={Object.entries(times).map(([value, label]) => ({ value, label }))}
              onChange={(value) => setTime(value === 'now' ? 'now' : 'date')}
            />
            {hasMbox && files.length > 0 && (
              <Select
                label="How an mbox quotes lines that begin with “From ”"
                allowDeselect={false}
                value={quoting}
                data={Object.entries(quotings).map(([value, label]) => ({ value, label }))}
                onChange={(value) => setQuoting(value === 'mboxo' || value === 'none' ? value : 'mboxrd')}
              />
            )}
            <p className={classes['note']}>Imported messages fire no webhooks, and no outcome is played.</p>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button
                disabled={files.length === 0 || agent === undefined}
                onClick={() => agent && void work.start(files, { agentId: agent.id, time, quoting })}
              >
                {files.length === 0
                  ? 'Import'
                  : `Import ${countWords(files.length, 'file')}, ${byteWords(bytes)}`}
              </Button>
            </Group>
          </>
        )}
        {isRunning && <ImportRunning progress={work.progress} files={files} onCancel={work.cancel} />}
        {work.state === 'ended' && (
          <ImportReport
            progress={work.progress}
            files={files.length}
            isCancelled={work.isCancelled}
            problem={work.problem}
            agent={agent}
            onClose={onClose}
          />
        )}
      </Stack>
    </Modal>
  );
}
