import { Button, Checkbox, Select } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Export, type ExportType, exportTypes } from '#shared/export.ts';
import { call, urlOf } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { useAgents } from '../agents/use-agents.ts';
import { byteWords } from '../message/byte-words.ts';
import classes from './ManagementPage.module.css';

const typeWords: Readonly<Record<ExportType, string>> = {
  'mail-logs': 'Log of mails',
  'activity-logs': 'Activity',
  'suppression-list': 'Suppression list',
};

/** CSV files of the account's lists: made, downloaded, deleted. */
export function ExportsSection() {
  const client = useQueryClient();
  const agents = useAgents() ?? [];
  const [type, setType] = useState<ExportType>('mail-logs');
  const [agent, setAgent] = useState<string | null>(null);
  const [withContent, setWithContent] = useState(false);
  const [busy, setBusy] = useState(false);
  const { data: exports, error } = useQuery({
    queryKey: queryKeys.exports,
    queryFn: async ({ signal }) => (await call('listExports', {}, { signal })).exports,
    staleTime: 0,
  });
  useAppEvents((event) => {
    if (event.type === 'connected' || event.type === 'exports.changed') {
      void client.invalidateQueries({ queryKey: queryKeys.exports });
    }
  });

  async function attempt(said: string, ask: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    try {
      await ask();
      announce(said);
    } catch (problem) {
      notifyOfError(problem);
    } finally {
      setBusy(false);
    }
  }

  const isMail = type === 'mail-logs';
  const body = {
    type,
    ...(agent === null ? {} : { agent }),
    ...(isMail && withContent ? { withContent } : {}),
  };
  return (
    <Section
      title="Exports"
      about="Lists as CSV files, the newest 10,000 rows. They are the ones of the API’s /exports, and are kept for three days."
    >
      <form
        className={classes['form']}
        aria-label="New export"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt('The export is ready', () => call('createExport', { body }));
        }}
      >
        <Select
          label="What"
          allowDeselect={false}
          value={type}
          data={exportTypes.map((value) => ({ value, label: typeWords[value] }))}
          onChange={(value) => value !== null && setType(value)}
        />
        <Select
          label="Of"
          clearable
          placeholder="All agents"
          value={agent}
          data={agents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAgent}
        />
        <Checkbox
          className={classes['check'] ?? ''}
          label="With the mails’ texts"
          disabled={!isMail}
          checked={isMail && withContent}
          onChange={(event) => setWithContent(event.currentTarget.checked)}
        />
        <Button type="submit" loading={busy}>
          Export
        </Button>
      </form>
      {error && <p role="alert">{error.message}</p>}
      {exports?.length === 0 && <p className={classes['none']}>No exports are kept.</p>}
      {exports && exports.length > 0 && (
        <ul className={classes['list']} aria-label="Exports">
          {exports.map((one) => (
            <ExportRow
              key={one.id}
              made={one}
              onDelete={() =>
                void attempt(`${one.name} is deleted`, () => call('deleteExport', { params: { id: one.id } }))
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ExportRow({ made, onDelete }: { readonly made: Export; readonly onDelete: () => void }) {
  const { id, name, type, size, createdAt, expiresAt, isDownloaded, withContent } = made;
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <bdi className={classes['name']}>{name}</bdi>
        <div className={classes['facts']}>
          {typeWords[type]}
          {withContent && ' with texts'} · {byteWords(size)} · made{' '}
          <time dateTime={createdAt}>{new Date(createdAt).toLocaleString()}</time>, kept until{' '}
          <time dateTime={expiresAt}>{new Date(expiresAt).toLocaleString()}</time>
          {isDownloaded && ' · downloaded'}
        </div>
      </div>
      <LinkIconButton
        label={`Download ${name}`}
        icon={<IconDownload size={15} />}
        href={urlOf('getExport', { params: { id } })}
        download={name}
      />
      <IconButton
        size={24}
        color="red"
        label={`Delete ${name}`}
        icon={<IconTrash size={15} />}
        onClick={onDelete}
      />
    </li>
  );
}
