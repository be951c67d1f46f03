import type { Agent } from '#shared/agent.ts';
import type { Announcer } from '../road/announcer.ts';

export interface UnreadSource {
  readonly announcer: Announcer;
  readonly agents: { list(): readonly Pick<Agent, 'counts'>[] };
}

/** Shows the number of unread messages of all agents now, and at every change. Answers with the function that ends it. */
export function followUnread(source: UnreadSource, show: (count: number) => void): () => void {
  let shown: number | undefined;
  const update = (): void => {
    const unread = source.agents.list().reduce((sum, agent) => sum + agent.counts.unread, 0);
    if (unread !== shown) {
      shown = unread;
      show(unread);
    }
  };
  update();
  return source.announcer.listen((event) => {
    if (event.type === 'agent.counts' || event.type === 'agent.created' || event.type === 'agent.deleted') {
      update();
    }
  });
}
