import { Button, Group, Modal, NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useAgents } from '../agents/use-agents.ts';
import { countWords } from '../inbox/row-words.ts';
import type { ChosenMessages } from './exchange-dialog.ts';
import classes from './ImportDialog.module.css';

interface ReplayDialogProps {
  readonly messages: ChosenMessages;
  readonly onClose: () => void;
}

type Pace = 'at once' | 'as they came' | 'faster';

/** Held messages once more through an agent's SMTP port: into which, and how fast. */
export function ReplayDialog({ messages, onClose }: ReplayDialogProps) {
  const { view, chosen, count } = messages;
  const agents = useAgents() ?? [];
  const [to, setTo] = useState(view.agentId ?? agents[0]?.id ?? null);
  const [pace, setPace] = useState<Pace>('at once');
  const [times, setTimes] = useState(10);
  const replay = useMutation({
    mutationFn: (target: string) =>
      call('replayMessages', {
        body: {
          to: target,
          speed: pace === 'at once' ? null : pace === 'as they came' ? 1 : times,
          ...(chosen === 'all'
            ? {
                ...(view.agentId === null ? {} : { agent: view.agentId }),
                ...(view.q === '' ? {} : { q: view.q }),
              }
            : { ids: [...chosen] }),
        },
      }),
    onSuccess: onClose,
  });
  const target = agents.find(({ id }) => id === to);
  const isOff = target !== undefined && target.channels.smtp.state !== 'listening';
  return (
    <Modal opened onClose={onClose} title={`Replay ${countWords(count, 'message')}`} size={440}>
      <Stack gap="md">
        <p className={classes['note']}>
          They are sent once more by SMTP, oldest first, with their envelopes: rules, webhooks and outcomes
          act as on any mail.
        </p>
        <Select
          label="Into"
          allowDeselect={false}
          value={to}
          data={agents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTo}
          error={isOff && 'This agent does not listen: switch it on first.'}
        />
        <Radio.Group label="Pace" value={pace} onChange={(value) => setPace(value)}>
          <Stack gap="xs" mt={6}>
            <Radio value="at once" label="At once" data-autofocus />
            <Radio value="as they came" label="As they came, with the times between them" />
            <Group gap="xs" wrap="nowrap">
              <Radio value="faster" label="So many times as fast:" />
              <NumberInput
                aria-label="Times as fast"
                size="xs"
                w={90}
                min={0.01}
                max={1_000_000}
                value={times}
                onChange={(value) => {
                  setTimes(Number(value) || 1);
                  setPace('faster');
                }}
              />
            </Group>
          </Stack>
        </Radio.Group>
        {replay.error && (
          <p role="alert" className={classes['alert']}>
            {replay.error.message}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={to === null || isOff}
            loading={replay.isPending}
            onClick={() => to !== null && replay.mutate(to)}
          >
            Replay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
