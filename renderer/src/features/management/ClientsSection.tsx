import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OAuthClient } from '#shared/oauth.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ClientEditor } from './ClientEditor.tsx';
import { ClientRow } from './ClientRow.tsx';
import classes from './ManagementPage.module.css';
import { useOAuthClients } from './use-oauth-clients.ts';

/** The OAuth clients that were registered: made, copied, revoked. */
export function ClientsSection() {
  const queries = useQueryClient();
  const { data: clients, error } = useOAuthClients();
  const [isCreating, setCreating] = useState(false);
  const [doomed, setDoomed] = useState<OAuthClient | null>(null);

  async function revoke(): Promise<void> {
    if (doomed) {
      await call('deleteOAuthClient', { params: { id: doomed.id } });
      announce(`${doomed.name} is revoked`);
      await queries.invalidateQueries({ queryKey: queryKeys.oauthClients });
    }
  }

  return (
    <Section
      title="OAuth clients"
      about="What an application that manages the account identifies itself with, as one registers it in Zoho’s API console."
    >
      {error && <p role="alert">{error.message}</p>}
      {clients?.length === 0 && (
        <p className={classes['none']}>
          None is registered, and none is needed: any client id and secret are taken. Register one to try what
          an application may do with certain scopes only.
        </p>
      )}
      {clients && clients.length > 0 && (
        <ul className={classes['list']} aria-label="OAuth clients">
          {clients.map((client) => (
            <ClientRow key={client.id} client={client} onRevoke={() => setDoomed(client)} />
          ))}
        </ul>
      )}
      <Button id="new-client" leftSection={<IconPlus size={15} />} onClick={() => setCreating(true)}>
        New client
      </Button>
      <Dialog opened={isCreating} onClose={() => setCreating(false)} title="New OAuth client" size={520}>
        <ClientEditor onDone={() => setCreating(false)} />
      </Dialog>
      <ConfirmDialog
        opened={doomed !== null}
        title="Revoke the client?"
        action="Revoke"
        onConfirm={revoke}
        onClose={() => setDoomed(null)}
        focusAfter={() => document.getElementById('new-client')}
      >
        The id and secret of <bdi>{doomed?.name}</bdi> get no more access tokens of its own; those that it has
        stay good until they expire.
      </ConfirmDialog>
    </Section>
  );
}
