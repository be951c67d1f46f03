import { Button, Group, MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createOAuthClientSchema, scopeGroups, scopeOperations } from '#shared/oauth.ts';
import { ApiError, call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';

const allScopes = scopeGroups.flatMap((group) =>
  scopeOperations.map((operation) => `Zeptomail.${group}.${operation}`),
);
const everything = scopeGroups.map((group) => `Zeptomail.${group}.ALL`);

/** The form of a new OAuth client; left empty, id and secret are made. */
export function ClientEditor({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(everything);
  const [redirectUris, setRedirectUris] = useState<string[]>([]);
  const [clientId, setClientId] = useState('');
  const [clientSecret, setClientSecret] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    const body = {
      name: name.trim(),
      scopes,
      redirectUris,
      ...(clientId.trim() === '' ? {} : { clientId: clientId.trim() }),
      ...(clientSecret.trim() === '' ? {} : { clientSecret: clientSecret.trim() }),
    };
    const checked = createOAuthClientSchema.safeParse(body);
    if (!checked.success) {
      setProblems(
        Object.fromEntries(checked.error.issues.map(({ path, message }) => [String(path[0]), message])),
      );
      return;
    }
    setBusy(true);
    try {
      await call('createOAuthClient', { body });
      await queries.invalidateQueries({ queryKey: queryKeys.oauthClients });
      announce(`${body.name} is registered`);
      onDone();
    } catch (error) {
      if (error instanceof ApiError && error.field !== undefined) {
        setProblems({ [error.field]: error.message });
      } else {
        notifyOfError(error, 'The client could not be registered');
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onChange={() => setProblems({})}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          required
          maxLength={100}
          data-autofocus
          value={name}
          error={problems['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label="Scopes"
          description="What its access tokens may do; strict agents check it."
          searchable
          data={allScopes}
          value={scopes}
          error={problems['scopes']}
          maxDropdownHeight={240}
          onChange={setScopes}
        />
        <TagsInput
          label="Redirect addresses"
          description="Where a browser may be sent back to from /oauth/v2/auth; this machine always. Enter adds one."
          value={redirectUris}
          error={problems['redirectUris']}
          maxTags={20}
          onChange={setRedirectUris}
        />
        <TextInput
          label="Client id"
          placeholder="made for you"
          maxLength={200}
          value={clientId}
          error={problems['clientId']}
          onChange={(event) => setClientId(event.currentTarget.value)}
        />
        <TextInput
          label="Client secret"
          placeholder="made for you"
          maxLength={200}
          value={clientSecret}
          error={problems['clientSecret']}
          onChange={(event) => setClientSecret(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Register
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
