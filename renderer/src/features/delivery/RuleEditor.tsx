import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { categoriesOf } from '#shared/bounce.ts';
import { outcomeKinds } from '#shared/outcome.ts';
import { outcomeRuleSchema } from '#shared/outcome-rule.ts';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { kindWords } from './outcome-words.ts';

interface RuleEditorProps {
  /** Undefined for a new one. */
  readonly rule: OutcomeRule | undefined;
  readonly onSave: (rule: OutcomeRule) => Promise<void>;
  readonly onDone: () => void;
}

const fresh: OutcomeRule = { recipient: '', kind: 'hardbounce', category: null, delaySeconds: 0 };
const likeliest = '';
const weekSeconds = 7 * 24 * 60 * 60;

/** What mail to certain recipients comes to, and when. */
export function RuleEditor({ rule, onSave, onDone }: RuleEditorProps) {
  const [draft, setDraft] = useState<OutcomeRule>(rule ?? fresh);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const categories = categoriesOf(draft.kind);

  async function save(): Promise<void> {
    const checked = outcomeRuleSchema.safeParse(draft);
    if (!checked.success) {
      setProblem('Which recipients? An address; * stands for anything.');
      return;
    }
    setBusy(true);
    try {
      await onSave(checked.data);
      onDone();
    } catch (error) {
      notifyOfError(error, 'The rule could not be saved');
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
    >
      <Stack gap="md">
        <TextInput
          label="Mail to"
          description="An address; * stands for anything."
          placeholder="*@bounce.example.com"
          value={draft.recipient}
          required
          maxLength={320}
          data-autofocus
          error={problem}
          onChange={(event) => {
            setDraft({ ...draft, recipient: event.currentTarget.value });
            setProblem(undefined);
          }}
        />
        <Select
          label="Comes to"
          allowDeselect={false}
          value={draft.kind}
          data={outcomeKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          onChange={(kind) => kind !== null && setDraft({ ...draft, kind, category: null })}
        />
        {categories.length > 0 && (
          <Select
            label="Category"
            allowDeselect={false}
            value={draft.category ?? likeliest}
            data={[
              { value: likeliest, label: `The likeliest: ${categories[0] ?? ''}` },
              ...categories.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) =>
              setDraft({ ...draft, category: categories.find((category) => category === name) ?? null })
            }
          />
        )}
        <NumberInput
          label="After, seconds"
          min={0}
          max={weekSeconds}
          allowDecimal={false}
          clampBehavior="strict"
          value={draft.delaySeconds}
          onChange={(seconds) => setDraft({ ...draft, delaySeconds: Number(seconds) })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {rule ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
