import { Button, Group, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { tagNamesSchema } from '#shared/tag.ts';
import { longestTag, mostTags } from '#shared/tag-name.ts';
import { keyWords } from '../../commands/key-words.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useTags } from './use-tags.ts';

/** What is tagged: one message, whose tags are all shown, or many, which get some and lose others. */
export type Tagged =
  | { readonly kind: 'one'; readonly tags: readonly string[] }
  | { readonly kind: 'many'; readonly words: string };

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

interface TagDialogProps {
  readonly agentId: string | null;
  /** Null: nothing to tag. */
  readonly tagged: Tagged | null;
  readonly onSave: (change: TagChange) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Gives tags to messages, and takes them away. */
export function TagDialog({ agentId, tagged, onSave, onClose }: TagDialogProps) {
  return (
    <Dialog
      opened={tagged !== null}
      onClose={onClose}
      title={tagged?.kind === 'many' ? `Tag ${tagged.words}` : 'Tags'}
      size={420}
    >
      {tagged && <TagForm agentId={agentId} tagged={tagged} onSave={onSave} onDone={onClose} />}
    </Dialog>
  );
}

interface TagFormProps extends Pick<TagDialogProps, 'agentId' | 'onSave'> {
  readonly tagged: Tagged;
  readonly onDone: () => void;
}

function TagForm({ agentId, tagged, onSave, onDone }: TagFormProps) {
  const known = useTags(agentId)?.map(({ name }) => name) ?? [];
  const before = tagged.kind === 'one' ? tagged.tags : [];
  const [tags, setTags] = useState<string[]>([...before]);
  const [removed, setRemoved] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const checked = tagNamesSchema.safeParse(tags);
  const error = checked.success ? null : checked.error.issues[0]?.message;

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const gone = before.filter((tag) => !tags.includes(tag));
      await onSave({ add: tags.filter((tag) => !before.includes(tag)), remove: [...gone, ...removed] });
      onDone();
    } catch (problem) {
      notifyOfError(problem, 'The tags were not saved');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.success) {
          void save();
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          const form = event.currentTarget;
          // What is typed becomes a tag first.
          setTimeout(() => form.requestSubmit());
        }
      }}
    >
      <TagsInput
        label={tagged.kind === 'one' ? 'Tags of this message' : 'Give these tags'}
        description={`Enter or a comma ends a tag; ${keyWords('mod+Enter')} saves.`}
        data={known}
        value={tags}
        onChange={setTags}
        maxTags={mostTags}
        maxLength={longestTag}
        error={error}
        acceptValueOnBlur
        clearable
        data-autofocus
      />
      {tagged.kind === 'many' && (
        <TagsInput
          mt="sm"
          label="Take these away"
          data={known}
          value={removed}
          onChange={setRemoved}
          maxLength={longestTag}
          acceptValueOnBlur
        />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={busy} disabled={!checked.success}>
          Save tags
        </Button>
      </Group>
    </form>
  );
}
