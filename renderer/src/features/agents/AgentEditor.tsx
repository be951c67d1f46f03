import { Button, Group, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { agentColours } from '#shared/agent.ts';
import type { Agent } from '#shared/agent.ts';
import { ApiError, call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { go } from '../../routing/use-place.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { draftField, draftOf, newDraft, problemsOf, requestOf } from './agent-draft.ts';
import type { AgentDraft, DraftProblems } from './agent-draft.ts';
import { withAgent } from './agent-events.ts';
import { CredentialsFields } from './CredentialsFields.tsx';
import { GeneralFields } from './GeneralFields.tsx';
import { KeepingFields } from './KeepingFields.tsx';
import { PortsFields } from './PortsFields.tsx';
import { useAgents } from './use-agents.ts';
import classes from './AgentEditor.module.css';

interface AgentEditorProps {
  /** Undefined for a new agent. */
  readonly agent: Agent | undefined;
  readonly onDone: () => void;
}

type TabName = 'general' | 'ports' | 'keeping' | 'credentials';

/** The form of an agent; credentials take effect at once, everything else when it is saved. */
export function AgentEditor({ agent, onDone }: AgentEditorProps) {
  const client = useQueryClient();
  const agentCount = useAgents()?.length ?? 0;
  const [before] = useState(() => (agent ? draftOf(agent) : null));
  const [draft, setDraft] = useState<AgentDraft>(
    () => before ?? newDraft(agentColours[agentCount % agentColours.length] ?? 'blue'),
  );
  const [problems, setProblems] = useState<DraftProblems>({});
  const [tab, setTab] = useState<TabName>('general');
  const [busy, setBusy] = useState(false);
  const fields = {
    draft,
    problems,
    change: (changes: Partial<AgentDraft>) => {
      setDraft({ ...draft, ...changes });
      setProblems({});
    },
  };

  function show(found: DraftProblems): void {
    setProblems(found);
    const field = Object.keys(found)[0];
    if (field !== undefined) {
      setTab(tabOf(field));
    }
  }

  async function save(): Promise<void> {
    const found = problemsOf(draft);
    if (Object.keys(found).length > 0) {
      show(found);
      return;
    }
    setBusy(true);
    try {
      const body = requestOf(draft, before);
      const saved = await (agent
        ? call('patchAgent', { params: { id: agent.id }, body })
        : call('createAgent', { body }));
      client.setQueryData<readonly Agent[]>(queryKeys.agents, (agents) => agents && withAgent(agents, saved));
      if (!agent) {
        go({ page: 'inbox', agentId: saved.id, messageId: null });
      }
      onDone();
    } catch (error) {
      const field = fieldOf(error);
      if (error instanceof ApiError && field !== undefined) {
        show({ [field]: error.message });
      } else {
        notifyOfError(error, 'The agent could not be saved');
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
    >
      <Tabs value={tab} onChange={(value) => setTab((value ?? 'general') as TabName)}>
        <Tabs.List>
          <Tabs.Tab value="general">General</Tabs.Tab>
          <Tabs.Tab value="ports">Ports</Tabs.Tab>
          <Tabs.Tab value="keeping">Limits</Tabs.Tab>
          {agent && <Tabs.Tab value="credentials">Credentials</Tabs.Tab>}
        </Tabs.List>
        <div className={classes['panels']}>
          <Tabs.Panel value="general">
            <GeneralFields {...fields} isNew={agent === undefined} />
          </Tabs.Panel>
          <Tabs.Panel value="ports">
            <PortsFields {...fields} isNew={agent === undefined} />
          </Tabs.Panel>
          <Tabs.Panel value="keeping">
            <KeepingFields {...fields} />
          </Tabs.Panel>
          {agent && (
            <Tabs.Panel value="credentials">
              <CredentialsFields agent={agent} />
            </Tabs.Panel>
          )}
        </div>
      </Tabs>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          {agent ? 'Save' : 'Create agent'}
        </Button>
      </Group>
    </form>
  );
}

function tabOf(field: string): TabName {
  if (field.startsWith('ports.')) {
    return 'ports';
  }
  return ['maxSize', 'maxCount', 'maxAge'].includes(field) ? 'keeping' : 'general';
}

/** Where in the form an error of the control API belongs, if anywhere. */
function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) {
    return undefined;
  }
  if (error.field !== undefined) {
    return draftField(error.field);
  }
  return error.code === 'agent.name-taken' ? 'name' : undefined;
}
