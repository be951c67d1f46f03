import { usePlace } from '../routing/use-place.ts';
import { AgentsPane } from '../features/agents/AgentsPane.tsx';
import { InboxPane } from '../features/inbox/InboxPane.tsx';
import { MessagePane } from '../features/message/MessagePane.tsx';
import { ConnectPage } from '../features/connect/ConnectPage.tsx';
import { ActivityPage } from '../features/activity/ActivityPage.tsx';
import { SplitPanes } from '../ui/SplitPanes.tsx';
import type { Place } from '../routing/place.ts';
import classes from './Shell.module.css';

/** Agents, messages, message: three panes whose sizes are remembered. */
export function Shell() {
  const place = usePlace();
  return (
    <div className={classes['shell']}>
      <SplitPanes
        name="agents"
        first={<AgentsPane />}
        firstSize={{ start: 232, min: 168, max: 420 }}
        second={<Main place={place} />}
      />
    </div>
  );
}

function Main({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'connect':
      return (
        <main className={classes['page']} aria-label="Connect">
          <ConnectPage key={place.agentId} agentId={place.agentId} />
        </main>
      );
    case 'activity':
      return (
        <main className={classes['page']} aria-label="Activity">
          <ActivityPage key={place.agentId} agentId={place.agentId} />
        </main>
      );
    case 'inbox':
      return (
        <SplitPanes
          name="messages"
          first={<InboxPane agentId={place.agentId} messageId={place.messageId} />}
          firstSize={{ start: 392, min: 260, max: 900 }}
          second={
            <main className={classes['page']} aria-label="Message" id="message" tabIndex={-1}>
              {place.messageId !== null && <MessagePane key={place.messageId} messageId={place.messageId} />}
            </main>
          }
        />
      );
  }
}
