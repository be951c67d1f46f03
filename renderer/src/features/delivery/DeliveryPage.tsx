import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { MagicSection } from './MagicSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { SuppressionSection } from './SuppressionSection.tsx';
import { TrackingSection } from './TrackingSection.tsx';

/** What an agent's mail comes to: who is left out, what is played by itself, and what is tracked. */
export function DeliveryPage({ agentId }: { readonly agentId: string }) {
  return (
    <ScrolledPage>
      <SuppressionSection agentId={agentId} />
      <RulesSection agentId={agentId} />
      <MagicSection />
      <TrackingSection agentId={agentId} />
    </ScrolledPage>
  );
}
