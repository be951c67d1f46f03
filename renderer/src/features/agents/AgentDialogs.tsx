import { useQueryClient } from '@tanstack/react-query';
import type { Agent } from '#shared/agent.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { go, usePlace } from '../../routing/use-place.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { TaggingDialog } from '../tags/TaggingDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AgentEditor } from './AgentEditor.tsx';
import { useAgent } from './use-agents.ts';

export type AgentDialog =
  | { readonly type: 'create' }
  | { readonly type: 'edit' | 'tagging' | 'delete'; readonly agentId: string };

interface AgentDialogsProps {
  readonly dialog: AgentDialog | null;
  readonly onClose: () => void;
}

/** Creating, editing and deleting an agent, and what tags its messages. */
export function AgentDialogs({ dialog, onClose }: AgentDialogsProps) {
  const agent = useAgent(dialog !== null && dialog.type !== 'create' ? dialog.agentId : null);
  const isEditor = dialog?.type === 'create' || (dialog?.type === 'edit' && agent !== undefined);
  return (
    <>
      <Dialog
        opened={isEditor}
        onClose={onClose}
        title={agent === undefined ? 'New agent' : `Edit ${agent.name}`}
        size={560}
      >
        <AgentEditor agent={agent} onDone={onClose} />
      </Dialog>
      <TaggingDialog agent={dialog?.type === 'tagging' ? (agent ?? null) : null} onClose={onClose} />
      <DeleteAgent agent={dialog?.type === 'delete' ? agent : undefined} onClose={onClose} />
    </>
  );
}

function DeleteAgent({
  agent,
  onClose,
}: {
  readonly agent: Agent | undefined;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const place = usePlace();
  const total = agent?.counts.total ?? 0;
  const messages = total === 1 ? '1 message' : `${total.toLocaleString('en')} messages`;
  async function remove(): Promise<void> {
    if (!agent) {
      return;
    }
    await call('deleteAgent', { params: { id: agent.id } });
    client.setQueryData<readonly Agent[]>(queryKeys.agents, (agents) =>
      agents?.filter((other) => other.id !== agent.id),
    );
    if (place.agentId === agent.id) {
      go({ page: 'inbox', agentId: null, messageId: null }, { replace: true });
    }
  }
  return (
    <ConfirmDialog
      opened={agent !== undefined}
      title={`Delete ${agent?.name ?? ''}?`}
      action="Delete agent"
      onConfirm={remove}
      onClose={onClose}
      focusAfter={() => document.querySelector<HTMLElement>('nav [aria-current]')}
    >
      {total === 0
        ? 'It holds no messages. Its tokens, passwords and ports go with it.'
        : `Its ${messages}, tokens, passwords and ports go with it, for good.`}
    </ConfirmDialog>
  );
}
