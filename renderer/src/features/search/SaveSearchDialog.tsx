import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';
import { Dialog } from '../../ui/Dialog.tsx';

/** A new search, or one that gets another name. */
export interface SearchToName {
  readonly id: string | null;
  readonly name: string;
  readonly q: string;
}

interface SaveSearchDialogProps {
  readonly search: SearchToName | null;
  readonly onClose: () => void;
}

/** Asks for the name of a search. */
export function SaveSearchDialog({ search, onClose }: SaveSearchDialogProps) {
  return (
    <Dialog
      opened={search !== null}
      onClose={onClose}
      title={search?.id === null ? 'Save the search' : 'Edit the saved search'}
      size={420}
    >
      {search && <NameForm search={search} onDone={onClose} />}
    </Dialog>
  );
}

function NameForm({ search, onDone }: { readonly search: SearchToName; readonly onDone: () => void }) {
  const [name, setName] = useState(search.name);
  const [q, setQ] = useState(search.q);
  const [error, setError] = useState<string | null>(null);

  async function save(): Promise<void> {
    try {
      await (search.id === null
        ? call('createSavedSearch', { body: { name, q } })
        : call('patchSavedSearch', { params: { id: search.id }, body: { name, q } }));
      announce(`The search ${name} is saved`);
      onDone();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label="Name"
        value={name}
        maxLength={60}
        required
        data-autofocus
        error={error}
        onChange={(event) => {
          setError(null);
          setName(event.currentTarget.value);
        }}
      />
      <TextInput
        mt="sm"
        label="Search"
        value={q}
        required
        onChange={(event) => {
          setError(null);
          setQ(event.currentTarget.value);
        }}
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" disabled={name.trim() === '' || q.trim() === ''}>
          Save
        </Button>
      </Group>
    </form>
  );
}
