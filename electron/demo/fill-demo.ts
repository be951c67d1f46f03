import { assertNonNullable } from '#shared/assert.ts';
import type { Agent } from '#shared/agent.ts';
import { within } from '../net/within.ts';
import { openPostOffice } from '../post-office/open-post-office.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import { demoOffices } from './agents.ts';
import { type DemoAgent, demoAgents } from './demo-mail.ts';
import { listeningApplication } from './listening-application.ts';
import { demoMails } from './mails.ts';
import { PastClock } from './past-clock.ts';
import { mailThatIsRefused, sendMail } from './send-mail.ts';

type Offices = Readonly<Record<DemoAgent, Agent>>;

/** Milliseconds that a mail may take to be indexed, and the webhooks to be told of everything. */
const patienceMs = 20_000;

/**
 * Fills a new data folder: agents, templates, rules, webhooks, and some sixty mails of the last three days, which are sent
 * through the agents' own doors with the clock set back. So everything about them is what it would be: sessions,
 * verdicts, outcomes, signed webhooks.
 */
export async function fillDemo(folder: string): Promise<void> {
  const clock = new PastClock();
  clock.setBack((demoMails[0]?.minutesAgo ?? 0) + 60);
  const application = await listeningApplication();
  const postOffice = await openPostOffice({ folder, agentPorts: 'any', clock });
  try {
    const offices = await employ(postOffice, application.url);
    const read: string[] = [];
    for (const mail of demoMails) {
      clock.setBack(mail.minutesAgo);
      const agent = offices[mail.agent];
      const indexed = nextIndexed(postOffice, agent.id);
      await sendMail(mail, { agent, caPem: postOffice.authority.caPem, at: clock.now() });
      const id = await within(indexed, patienceMs, 'Indexing a mail of the demo');
      if (mail.read === true) {
        read.push(id);
      }
    }
    await mailThatIsRefused({
      agent: offices.shop,
      caPem: postOffice.authority.caPem,
      at: clock.now(),
    });
    await postOffice.archive.change({ ids: read }, { read: true });
    await within(allTold(postOffice, offices), patienceMs, 'Telling the webhooks of the demo');
    leadWebhooksHome(postOffice, offices);
  } finally {
    await postOffice.close();
    await application.close();
  }
}

/** The demo's agents instead of the one of a first run. */
async function employ(
  { agents, ledger, webhooks, outcomeScript }: PostOffice,
  url: string,
): Promise<Offices> {
  const [first] = agents.list();
  assertNonNullable(first, 'there is an agent from the first run on');
  const made: [DemoAgent, Agent][] = [];
  for (const name of demoAgents) {
    const { wish, templates, rules, webhook } = demoOffices[name];
    const agent = await agents.create(wish);
    const now = new Date(agent.createdAt);
    templates.forEach((template) => ledger.templates.create(agent, template, now));
    outcomeScript.putRules(agent.id, rules);
    if (webhook !== null) {
      webhooks.create(agent.id, {
        url,
        events: [...webhook.events],
        enabled: true,
        body: 'json',
        formField: 'payload',
        header: null,
        allowRemote: false,
      });
    }
    made.push([name, agent]);
  }
  await agents.delete(first.id);
  return Object.fromEntries(made) as unknown as Offices;
}

function nextIndexed({ announcer }: PostOffice, agentId: string): Promise<string> {
  return new Promise((resolve) => {
    const stop = announcer.listen((event) => {
      if (event.type === 'message.indexed' && event.message.agentId === agentId) {
        stop();
        resolve(event.message.id);
      }
    });
  });
}

/** Resolves when no webhook has anything left to be told. */
async function allTold({ announcer, webhooks }: PostOffice, offices: Offices): Promise<void> {
  const isWaiting = (): boolean =>
    Object.values(offices).some(({ id }) =>
      webhooks.deliveries(id, { limit: 200 }).deliveries.some(({ state }) => state === 'waiting'),
    );
  while (isWaiting()) {
    await new Promise<void>((resolve) => {
      const stop = announcer.listen((event) => {
        if (event.type === 'webhook.delivered') {
          stop();
          resolve();
        }
      });
    });
  }
}

/** From now on they call where such applications listen, instead of the one that took part in the making. */
function leadWebhooksHome({ webhooks }: PostOffice, offices: Offices): void {
  for (const name of demoAgents) {
    const { webhook } = demoOffices[name];
    for (const { id } of webhooks.list(offices[name].id)) {
      if (webhook !== null) {
        webhooks.patch(offices[name].id, id, { url: webhook.url });
      }
    }
  }
}
