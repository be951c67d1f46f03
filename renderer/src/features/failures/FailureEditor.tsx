import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Failure, smtpStages } from '#shared/failure.ts';
import { ApiError, call } from '../../api/client.ts';
import { numberLabels, stageWords } from './failure-words.ts';

interface FailureEditorProps {
  readonly failure: Failure;
  readonly onClose: () => void;
}

const whenLabels: Readonly<Record<Failure['when']['kind'], string>> = {
  always: 'Always',
  every: 'Every n-th time',
  share: 'A share of the times, by chance',
  next: 'The next few, then off',
};

const firstWhen: Readonly<Record<string, Failure['when']>> = {
  always: { kind: 'always' },
  every: { kind: 'every', n: 3 },
  share: { kind: 'share', percent: 10, seed: 1 },
  next: { kind: 'next', count: 1 },
};

const whenNumbers: Readonly<Record<string, string>> = {
  n: 'n',
  percent: 'Percent',
  seed: 'Seed: the same one chooses the same times again',
  count: 'How many',
};

/** What a switch does, when and for whom. */
export function FailureEditor({ failure, onClose }: FailureEditorProps) {
  const [effect, setEffect] = useState(failure.effect);
  const [when, setWhen] = useState(failure.when);
  const [recipients, setRecipients] = useState(failure.recipients ?? '');
  const [senders, setSenders] = useState(failure.senders ?? '');
  const [problem, setProblem] = useState<ApiError | null>(null);

  async function save(): Promise<void> {
    try {
      await call('patchFailure', {
        params: { id: failure.agentId, failureId: failure.id },
        body: { effect, when, recipients: recipients.trim() || null, senders: senders.trim() || null },
      });
      onClose();
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      setProblem(error);
    }
  }
  const errorAt = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;

  return (
    <Modal opened onClose={onClose} title="Fail on purpose">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          {'stage' in effect && (
            <Select
              label="Where in the session"
              allowDeselect={false}
              value={effect.stage}
              data={smtpStages.map((stage) => ({ value: stage, label: stageWords[stage] }))}
              onChange={(stage) => stage !== null && setEffect({ ...effect, stage })}
            />
          )}
          {effect.kind === 'smtp-reply' && (
            <Select
              label="Reply"
              allowDeselect={false}
              value={String(effect.code)}
              data={['421', '451', '452', '535']}
              onChange={(code) =>
                setEffect({ ...effect, code: Number(code ?? effect.code) as typeof effect.code })
              }
            />
          )}
          <Numbers
            of={effect}
            labels={numberLabels}
            onChange={(changed) => setEffect({ ...effect, ...changed })}
          />
          <Select
            label="When"
            allowDeselect={false}
            value={when.kind}
            data={Object.entries(whenLabels).map(([value, label]) => ({ value, label }))}
            onChange={(kind) => setWhen(firstWhen[kind ?? 'always'] ?? { kind: 'always' })}
          />
          <Numbers of={when} labels={whenNumbers} onChange={(changed) => setWhen({ ...when, ...changed })} />
          <TextInput
            label="Only mail to"
            description="An address; * stands for anything. Empty: to anybody."
            placeholder="*@example.org"
            value={recipients}
            error={errorAt('recipients')}
            onChange={(change) => setRecipients(change.currentTarget.value)}
          />
          <TextInput
            label="Only mail from"
            placeholder="*@shop.test"
            value={senders}
            error={errorAt('senders')}
            onChange={(change) => setSenders(change.currentTarget.value)}
          />
          {problem !== null && problem.field !== 'recipients' && problem.field !== 'senders' && (
            <p role="alert">{problem.message}</p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Save</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface NumbersProps {
  readonly of: object;
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (changed: Readonly<Record<string, number>>) => void;
}

function Numbers({ of, labels, onChange }: NumbersProps) {
  return Object.entries(of).flatMap(([name, value]) => {
    const label = labels[name];
    return label === undefined || typeof value !== 'number' ? (
      []
    ) : (
      <NumberInput
        key={name}
        label={label}
        min={0}
        value={value}
        onChange={(changed) => onChange({ [name]: Number(changed) })}
      />
    );
  });
}
