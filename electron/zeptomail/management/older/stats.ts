import type { Agent } from '#shared/agent.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { Resource } from '../../resource.ts';
import { agentByKey } from '../agents.ts';
import { zonedTime } from '../display-time.ts';
import { Failure } from '../failure.ts';
import { summaries, timeOf } from '../held-mails.ts';
import { manage, type Managing } from '../manage.ts';
import { readMetrics } from './scopes.ts';

/** Counts by day: `YYYY-MM-DD` in this machine's zone, newest first. The form of the date is assumed. */
type Days = Map<string, number>;

/** Outcomes that are read together. */
const pageLength = 500;

/**
 * GET /v1.0/stats/email: how many mails were held, and how many recipients bounced, day by day; without times, ever.
 * The official Power Automate connector's script takes `data`, and makes `hb`, `sb` and `sent` of it: both are there.
 */
export const mailStats: Resource = {
  GET: manage(readMetrics, async (managing) => {
    const agent = namedAgent(managing);
    const from = timeOf(managing.query, 'from_time') ?? 0;
    const until = timeOf(managing.query, 'to_time') ?? Number.MAX_SAFE_INTEGER;
    const days = { hb: new Map(), sb: new Map(), sent: new Map() } satisfies Record<string, Days>;
    const count = (counted: Days, at: string): void => {
      const time = Date.parse(at);
      if (time >= from && time <= until) {
        const day = zonedTime(at).slice(0, 10);
        counted.set(day, (counted.get(day) ?? 0) + 1);
      }
    };

    for await (const { receivedAt } of summaries(managing, agent)) {
      count(days.sent, receivedAt);
    }
    for (const { kind, at } of outcomesOf(managing, agent)) {
      if (kind === 'hardbounce' || kind === 'softbounce') {
        count(kind === 'hardbounce' ? days.hb : days.sb, at);
      }
    }
    return {
      body: {
        hb: statsOf(days.hb),
        sb: statsOf(days.sb),
        sent: statsOf(days.sent),
        data: {
          stats: { hb: [...days.hb], sb: [...days.sb], sent: [...days.sent] },
          hb: totalOf(days.hb),
          sb: totalOf(days.sb),
          sent: totalOf(days.sent),
        },
        message: 'OK',
      },
    };
  }),
};

/** The connector names the agent by its name; its key is taken as well. */
function namedAgent({ agents, query }: Managing): Agent {
  const given = query.get('mailagent')?.trim() ?? '';
  if (given === '') {
    throw new Failure('field-empty', { field: 'mailagent' });
  }
  const named = agents.list().find(({ name }) => name.toLowerCase() === given.toLowerCase());
  return named ?? agentByKey(agents, given);
}

function* outcomesOf({ context }: Managing, { id }: Agent): Generator<Outcome> {
  let before: number | null | undefined;
  while (before !== null) {
    const page = context.ledger.outcomes.ofAgent(id, { limit: pageLength, before });
    yield* page.outcomes;
    before = page.next;
  }
}

function statsOf(days: Days): object {
  return { stats: Array.from(days, ([date, count]) => ({ date, count })), count: totalOf(days) };
}

function totalOf(days: Days): number {
  return [...days.values()].reduce((total, count) => total + count, 0);
}
