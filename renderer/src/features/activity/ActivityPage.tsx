import { Button, SegmentedControl } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitPanes } from '../../ui/SplitPanes.tsx';
import { useAgent } from '../agents/use-agents.ts';
import { ActivityDetail } from './ActivityDetail.tsx';
import { ActivityList } from './ActivityList.tsx';
import classes from './ActivityPage.module.css';
import { entriesOf, outcomeFilters, outcomeLabels } from './outcomes.ts';
import type { OutcomeFilter } from './outcomes.ts';
import { useActivity } from './use-activity.ts';

/** Every SMTP session and API request of an agent, refused ones with their reason. */
export function ActivityPage({ agentId }: { readonly agentId: string }) {
  const agent = useAgent(agentId);
  const activity = useActivity(agentId);
  const [filter, setFilter] = useState<OutcomeFilter>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [clearing, setClearing] = useState(false);
  const client = useQueryClient();
  const shown = entriesOf(activity.entries, filter);

  async function clear(): Promise<void> {
    await call('clearActivity', { query: { agent: agentId } });
    setChosen(null);
    await client.invalidateQueries({ queryKey: queryKeys.activityList(agentId) });
  }

  if (!agent) {
    return null;
  }
  return (
    <div className={classes['page']}>
      <div className={classes['bar']}>
        <SegmentedControl
          aria-label="Filter by outcome"
          value={filter}
          onChange={(value) => setFilter(value)}
          data={outcomeFilters.map((value) => ({
            value,
            label: value === 'all' ? 'All' : outcomeLabels[value],
          }))}
        />
        <Button variant="default" disabled={activity.entries.length === 0} onClick={() => setClearing(true)}>
          Clear…
        </Button>
      </div>
      {shown.length === 0 ? (
        <div className={classes['empty']}>
          {!activity.loading && <Nothing filter={filter} error={activity.error} />}
        </div>
      ) : (
        <SplitPanes
          name="activity"
          first={
            <ActivityList
              entries={shown}
              chosen={chosen}
              onChoose={setChosen}
              onEnd={activity.hasMore ? activity.loadMore : undefined}
            />
          }
          firstSize={{ start: 420, min: 280, max: 900 }}
          second={
            chosen === null ? (
              <EmptyState icon={<IconActivity size={36} stroke={1.4} />} title="Nothing selected">
                Choose a session or request to see the whole conversation.
              </EmptyState>
            ) : (
              <ActivityDetail key={chosen} id={chosen} />
            )
          }
        />
      )}
      <ConfirmDialog
        opened={clearing}
        title="Clear the activity?"
        action="Clear activity"
        onConfirm={clear}
        onClose={() => setClearing(false)}
        focusAfter={() => document.querySelector<HTMLElement>('main [aria-current]')}
      >
        The sessions and requests of {agent.name} are forgotten. Its messages stay.
      </ConfirmDialog>
    </div>
  );
}

function Nothing({ filter, error }: { readonly filter: OutcomeFilter; readonly error: Error | null }) {
  const icon = <IconActivity size={36} stroke={1.4} />;
  if (error) {
    return (
      <EmptyState icon={icon} title="The activity cannot be shown">
        {error.message}
      </EmptyState>
    );
  }
  return filter === 'all' ? (
    <EmptyState icon={icon} title="No activity yet">
      Every SMTP session and API request appears here as it happens, refused ones with the reason.
    </EmptyState>
  ) : (
    <EmptyState icon={icon} title={`Nothing with the outcome “${outcomeLabels[filter]}”`}>
      Choose another outcome above.
    </EmptyState>
  );
}
