import { expect, test } from 'vitest';
import { followUnread } from '../../../electron/desktop/unread-badge.ts';
import { Announcer } from '../../../electron/road/announcer.ts';

const agentId = '0198c0de-0000-7000-8000-000000000001';

test('the badge shows the unread messages of all agents, tells changes only, and ends when asked to', () => {
  const announcer = new Announcer();
  let unread = [2, 3];
  const shown: number[] = [];
  const agents = { list: () => unread.map((count) => ({ counts: { total: 9, unread: count } })) };
  const stop = followUnread({ announcer, agents }, (count) => shown.push(count));

  unread = [2, 4];
  announcer.announce({ type: 'agent.counts', agentId, counts: { total: 9, unread: 4 } });
  announcer.announce({ type: 'agent.counts', agentId, counts: { total: 10, unread: 4 } });
  unread = [2];
  announcer.announce({ type: 'agent.deleted', agentId });
  stop();
  unread = [0];
  announcer.announce({ type: 'agent.counts', agentId, counts: { total: 9, unread: 0 } });

  expect(shown).toEqual([5, 6, 2]);
});
