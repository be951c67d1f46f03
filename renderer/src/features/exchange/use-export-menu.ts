import { useMenuCommand } from '../../desktop/use-menu-command.ts';
import { usePlace } from '../../routing/use-place.ts';
import { useAgents } from '../agents/use-agents.ts';
import { openExchange } from './exchange-dialog.ts';

/** Export in the desktop's menu, on the pages without a list: all messages of the agent that is shown, or of all agents. */
export function useExportMenu(): void {
  const { page, agentId } = usePlace();
  const concerned = useAgents()?.filter(({ id }) => agentId === null || id === agentId) ?? [];
  const count = concerned.reduce((sum, { counts }) => sum + counts.total, 0);
  useMenuCommand(
    'export',
    () => openExchange({ type: 'export', messages: { view: { agentId, q: '' }, chosen: 'all', count } }),
    page !== 'inbox' && count > 0,
  );
}
