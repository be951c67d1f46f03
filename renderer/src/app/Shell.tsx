import { ActivityPage } from '../features/activity/ActivityPage.tsx';
import { AgentHeader } from '../features/agents/AgentHeader.tsx';
import { AgentsPane } from '../features/agents/AgentsPane.tsx';
import { useLiveAgents } from '../features/agents/use-agents.ts';
import { CodesPage } from '../features/codes/CodesPage.tsx';
import { ComparePage } from '../features/compare/ComparePage.tsx';
import { ConnectPage } from '../features/connect/ConnectPage.tsx';
import { DeliveryPage } from '../features/delivery/DeliveryPage.tsx';
import { ExchangeDialogs } from '../features/exchange/ExchangeDialogs.tsx';
import { FailuresPage } from '../features/failures/FailuresPage.tsx';
import { useLiveFailures } from '../features/failures/use-failures.ts';
import { FilesPage } from '../features/files/FilesPage.tsx';
import { InboxPane } from '../features/inbox/InboxPane.tsx';
import { useAskedOnTheWay } from '../features/inbox/use-asked-on-the-way.ts';
import { useUndo } from '../features/inbox/use-undo.tsx';
import { MessageSlot } from '../features/inbox/MessageSlot.tsx';
import { ManagementPage } from '../features/management/ManagementPage.tsx';
import { TemplatesPage } from '../features/templates/TemplatesPage.tsx';
import { WebhooksPage } from '../features/webhooks/WebhooksPage.tsx';
import type { Place } from '../routing/place.ts';
import { useCodeInAddress, usePlace } from '../routing/use-place.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { SplitPanes } from '../ui/SplitPanes.tsx';
import { CommandCenter } from './CommandCenter.tsx';
import { NoticesBanner } from './NoticesBanner.tsx';
import { useDocumentTitle } from './use-document-title.ts';
import { useFindCommand } from './use-find-command.ts';
import { useLiveMessages } from './use-live-messages.ts';
import { useReloadAfterRestart } from './use-reload-after-restart.ts';
import classes from './Shell.module.css';

/** Agents, messages, message: three panes whose sizes are remembered. */
export function Shell() {
  const place = usePlace();
  useLiveAgents();
  useLiveMessages();
  useLiveFailures();
  useDocumentTitle(place);
  useReloadAfterRestart();
  const find = useFindCommand(place);
  useUndo();
  useAskedOnTheWay();
  return (
    <div className={classes['shell']}>
      <NoticesBanner />
      <SplitPanes
        name="agents"
        first={<AgentsPane />}
        firstSize={{ start: 232, min: 168, max: 420 }}
        second={
          <main className={classes['main']}>
            <AgentHeader place={place} />
            <Page place={place} />
          </main>
        }
      />
      <ExchangeDialogs />
      <CommandCenter onFind={find} />
      <LiveRegion />
    </div>
  );
}

function Page({ place }: { readonly place: Place }) {
  const code = useCodeInAddress();
  switch (place.page) {
    case 'connect':
      return (
        <section className={classes['page']} aria-label="Connect">
          <ConnectPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'codes':
      return (
        <section className={classes['page']} aria-label="Error codes">
          <CodesPage key={code} chosen={code} />
        </section>
      );
    case 'compare':
      return (
        <section className={classes['page']} aria-label="Comparison">
          <ComparePage key={place.leftId} leftId={place.leftId} rightId={place.rightId} />
        </section>
      );
    case 'management':
      return (
        <section className={classes['page']} aria-label="Management API">
          <ManagementPage />
        </section>
      );
    case 'files':
      return (
        <section className={classes['page']} aria-label="Files">
          <FilesPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'failures':
      return (
        <section className={classes['page']} aria-label="Failures">
          <FailuresPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'activity':
      return (
        <section className={classes['page']} aria-label="Activity">
          <ActivityPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'webhooks':
      return (
        <section className={classes['page']} aria-label="Webhooks">
          <WebhooksPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'templates':
      return (
        <section className={classes['page']} aria-label="Templates">
          <TemplatesPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'delivery':
      return (
        <section className={classes['page']} aria-label="Delivery">
          <DeliveryPage key={place.agentId} agentId={place.agentId} />
        </section>
      );
    case 'inbox':
      return (
        <SplitPanes
          name="messages"
          first={<InboxPane key={place.agentId} agentId={place.agentId} messageId={place.messageId} />}
          firstSize={{ start: 392, min: 260, max: 900 }}
          second={
            <section className={classes['page']} aria-label="Message" id="message" tabIndex={-1}>
              <MessageSlot agentId={place.agentId} messageId={place.messageId} />
            </section>
          }
        />
      );
  }
}
