import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { useAgents } from '../agents/use-agents.ts';
import { AuthoritySection } from './AuthoritySection.tsx';
import { ModeSection } from './ModeSection.tsx';
import { Ways } from './Ways.tsx';

/** How an application reaches a Mail Agent: settings, credentials, certificate, and code that works as it stands. */
export function ConnectPage({ agentId }: { readonly agentId: string }) {
  const agents = useAgents();
  const agent = agents?.find(({ id }) => id === agentId);
  const authority = useQuery({
    queryKey: queryKeys.certificateAuthority,
    queryFn: ({ signal }) => call('getCertificateAuthority', {}, { signal }),
  });
  if (!agents) {
    return null;
  }
  if (!agent) {
    return (
      <EmptyState icon={<IconPlugConnectedX size={36} stroke={1.4} />} title="This Mail Agent is gone">
        It was deleted. Choose another one on the left.
      </EmptyState>
    );
  }
  return (
    <ScrolledPage>
      <Ways agent={agent} caFile={authority.data?.caFile} />
      <AuthoritySection authority={authority.data} />
      <ModeSection mode={agent.mode} domains={agent.domains} />
    </ScrolledPage>
  );
}
