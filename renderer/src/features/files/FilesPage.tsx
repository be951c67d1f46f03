import { Button, FileButton, Progress } from '@mantine/core';
import { IconFiles, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CachedFile } from '#shared/cached-file.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { Section } from '../../ui/Section.tsx';
import { byteWords } from '../message/byte-words.ts';
import { FileRow } from './FileRow.tsx';
import classes from './FilesPage.module.css';
import { useFiles } from './use-files.ts';
import { useUpload } from './use-upload.ts';

/** An agent's file cache: what sends name by its key instead of carrying it along. */
export function FilesPage({ agentId }: { readonly agentId: string }) {
  const { data, error } = useFiles(agentId);
  const { current, refused, send } = useUpload(agentId);
  const [isOver, setOver] = useState(false);
  const [doomed, setDoomed] = useState<CachedFile | null>(null);
  const isBusy = current !== null;

  async function remove(): Promise<void> {
    if (doomed) {
      await call('deleteFile', { params: { id: agentId, key: doomed.key } });
      announce(`${doomed.name} is deleted`);
    }
  }

  if (error) {
    return (
      <EmptyState icon={<IconFiles size={36} stroke={1.4} />} title="The files cannot be shown">
        {error.message}
      </EmptyState>
    );
  }
  return (
    <ScrolledPage>
      <Section
        title="File cache"
        about="Files that this agent’s mails take by a key instead of carrying them along: file_cache_key of attachments and inline images over the API, the header X-TM-FILE-KEY over SMTP. Keys never expire."
      >
        <div
          className={classes['drop']}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes('Files')) {
              event.preventDefault();
              setOver(true);
            }
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void send([...event.dataTransfer.files]);
          }}
        >
          <IconUpload size={22} stroke={1.6} aria-hidden="true" />
          <span>{isBusy ? `Adding ${current}…` : 'Drop files here, or'}</span>
          <FileButton multiple onChange={(files) => void send(files)}>
            {(props) => (
              <Button {...props} id="choose-files" loading={isBusy}>
                Choose files
              </Button>
            )}
          </FileButton>
        </div>
        {refused.length > 0 && (
          <ul className={classes['refused']} role="alert" aria-label="Refused files">
            {refused.map(({ name, reason }, at) => (
              <li key={at}>
                <bdi className={classes['name']}>{name}</bdi>: {reason}
              </li>
            ))}
          </ul>
        )}
        {data && (
          <>
            <Used usedBytes={data.usedBytes} limitBytes={data.limitBytes} />
            {data.files.length === 0 ? (
              <p className={classes['none']}>
                No files yet. Your application can put them here as well: POST /v1.1/files?name=logo.png.
              </p>
            ) : (
              <ul className={classes['list']} aria-label="Files">
                {data.files.map((file) => (
                  <FileRow key={file.key} agentId={agentId} file={file} onDelete={() => setDoomed(file)} />
                ))}
              </ul>
            )}
          </>
        )}
      </Section>
      <ConfirmDialog
        opened={doomed !== null}
        title="Delete the file?"
        action="Delete"
        onConfirm={remove}
        onClose={() => setDoomed(null)}
        focusAfter={() => document.getElementById('choose-files')}
      >
        <bdi>{doomed?.name}</bdi> is lost, and sends that name its key are refused from then on. Mails that
        were sent with it keep it.
      </ConfirmDialog>
    </ScrolledPage>
  );
}

function Used({ usedBytes, limitBytes }: { readonly usedBytes: number; readonly limitBytes: number }) {
  const words = `${byteWords(usedBytes)} of ${byteWords(limitBytes)} used by the files of all agents`;
  return (
    <div className={classes['used']}>
      <span>{words}</span>
      <Progress aria-label={words} value={Math.round((usedBytes / limitBytes) * 100)} size="sm" />
    </div>
  );
}
