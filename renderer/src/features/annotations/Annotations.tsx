import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconNote, IconPencil, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageSummary } from '#shared/message.ts';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { go } from '../../routing/use-place.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { TagDialog } from '../tags/TagDialog.tsx';
import { tagSearch } from '../tags/tag-colour.ts';
import classes from './Annotations.module.css';

type Annotated = Pick<MessageSummary, 'id' | 'agentId' | 'tags' | 'note'>;

/** A message's tags, each of which leads to the others that have it, and the note about it. */
export function Annotations({ message }: { readonly message: Annotated }) {
  const [tagging, setTagging] = useState(false);
  const [writing, setWriting] = useState(false);
  const { id, agentId, tags, note } = message;
  useCommands([
    {
      id: 'note',
      section: 'Message',
      title: note === null ? 'Add note' : 'Edit the note',
      words: 'write comment remark annotate',
      icon: <IconNote size={16} stroke={1.7} />,
      run: () => setWriting(true),
    },
  ]);
  return (
    <div className={classes['annotations']}>
      <div className={classes['line']}>
        {tags.length > 0 && (
          <ul className={classes['tags']} aria-label="Tags">
            {tags.map((name) => (
              <li key={name} className={classes['tag']}>
                <TagChip
                  name={name}
                  onClick={() => go({ page: 'inbox', agentId, messageId: id }, { q: tagSearch(name) })}
                />
              </li>
            ))}
          </ul>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconTag size={13} />}
          onClick={() => setTagging(true)}
        >
          {tags.length === 0 ? 'Add tag' : 'Edit tags'}
        </Button>
        {note === null && !writing && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconNote size={13} />}
            onClick={() => setWriting(true)}
          >
            Add note
          </Button>
        )}
      </div>
      {writing ? (
        <NoteForm id={id} note={note ?? ''} onDone={() => setWriting(false)} />
      ) : (
        note !== null && (
          <div className={classes['note']}>
            <p className={classes['words']} dir="auto" aria-label="Note">
              {note}
            </p>
            <ActionIcon size={22} aria-label="Edit the note" onClick={() => setWriting(true)}>
              <IconPencil size={14} />
            </ActionIcon>
          </div>
        )
      )}
      <TagDialog
        agentId={agentId}
        tagged={tagging ? { kind: 'one', tags } : null}
        onSave={({ add, remove }) =>
          call('patchMessages', { body: { ids: [id], addTags: [...add], removeTags: [...remove] } })
        }
        onClose={() => setTagging(false)}
      />
    </div>
  );
}

interface NoteFormProps {
  readonly id: string;
  readonly note: string;
  readonly onDone: () => void;
}

function NoteForm({ id, note, onDone }: NoteFormProps) {
  const [text, setText] = useState(note);
  async function save(): Promise<void> {
    try {
      await call('patchMessage', { params: { id }, body: { note: text } });
      onDone();
    } catch (error) {
      notifyOfError(error, 'The note was not saved');
    }
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        aria-label="Note"
        autosize
        maxRows={6}
        maxLength={2000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <Button type="submit">Save note</Button>
      <Button variant="default" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
