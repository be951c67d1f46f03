import { join } from 'node:path';
import { OneAtATime } from '../agents/one-at-a-time.ts';
import { openAgentDoor } from '../agents/open-door.ts';
import { openOffice } from '../agents/open-office.ts';
import type { PortPolicy } from '../agents/ports.ts';
import { firstGateway, GatewayOffice } from '../gateway/gateway.ts';
import { Settings } from '../gateway/settings.ts';
import { Ledger } from '../ledger/ledger.ts';
import { within } from '../net/within.ts';
import { Announcer } from '../road/announcer.ts';
import { OutcomeScript } from '../road/outcome-script.ts';
import { Outcomes } from '../road/outcomes.ts';
import { openRoad } from '../road/road.ts';
import { openAuthority } from '../tls/authority.ts';
import { type Clock, systemClock } from '../tls/clock.ts';
import { WebhookOffice } from '../webhooks/webhook-office.ts';
import { lockDataFolder } from './data-lock.ts';
import { Notices } from './notices.ts';
import type { PostOffice } from './post-office.ts';

export interface PostOfficeOptions {
  /** The data folder; made if absent. */
  readonly folder: string;
  /** The ports that new agents get, and the gateway on a first run. */
  readonly agentPorts: PortPolicy;
  /** Nothing listens and nothing is sent: for a command that works on the folder. */
  readonly isClosed?: boolean;
  readonly announcer?: Announcer;
  readonly clock?: Clock;
}

/** Something that was opened, and how to close it. */
interface Step {
  readonly name: string;
  readonly close: () => void | Promise<void>;
}

/** A step that has not closed after this long is left behind, so that the others still close. */
const closeStepMs = 10_000;

/**
 * Opens everything in order: the folder's lock, the road, the ledger, the authority, the webhooks, the
 * settings, the agents with their doors, the gateway.
 * What was opened is closed again when a later step fails.
 * @throws RestanteError `data.locked`, `data.unwritable`, `store.newer`, `agents.newer`, `settings.newer`
 */
export async function openPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const { folder, agentPorts, announcer = new Announcer(), clock = systemClock } = options;
  const notices = new Notices(announcer, () => clock.now());
  const opened: Step[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeInReverse(opened));

  try {
    // First of all: nothing in the folder may be touched while another instance runs on it.
    const lock = await lockDataFolder(folder);
    opened.push({ name: 'the lock of the data folder', close: () => lock.release() });

    const outcomesKnown = () => outcomeScript.caughtUp();
    // The office and the script are opened after the road that their doors lead to.
    const road = await openRoad({
      folder,
      announcer,
      now: () => clock.now().getTime(),
      agents: () => office.configs,
      outcomesKnown,
    });
    opened.push({ name: 'the road', close: () => road.close() });
    for (const warning of road.warnings) {
      notices.add({ level: 'warning', ...warning });
    }

    const ledger = Ledger.open(folder);
    opened.push({ name: 'the ledger', close: () => ledger.close() });

    ledger.failures.onChanged = (agentId) => announcer.announce({ type: 'failures.changed', agentId });

    ledger.files.onChanged = (agentId) => announcer.announce({ type: 'files.changed', agentId });
    ledger.exports.onChanged = () => announcer.announce({ type: 'exports.changed' });

    const outcomes = new Outcomes(ledger, announcer, () => clock.now());

    const authority = await openAuthority({
      folder: join(folder, 'tls'),
      clock,
      notify: (words) => notices.add(words),
    });
    opened.push({ name: 'the authority', close: () => authority.close() });

    // The doors are opened by the office whose agents they manage.
    const account = {
      agents: () => office,
      archive: road.archive,
      outcomesKnown,
    };
    const { certificate } = authority;
    const doors = { intake: road.intake, ledger, outcomes, account, certificate, clock };
    // Before the agents, so that it is closed after them: what their doors took last is told as well.
    const webhooks = new WebhookOffice({
      ledger,
      archive: road.archive,
      announcer,
      clock,
      agentKey: (id) => office.get(id).key,
      isSandbox: (id) => office.configs.some((agent) => agent.id === id && agent.sandbox),
    });
    opened.push({ name: 'the webhooks', close: () => webhooks.close() });

    const outcomeScript = new OutcomeScript({
      ledger,
      archive: road.archive,
      announcer,
      outcomes,
      now: () => clock.now(),
      wantsDelivered: (agentId) => webhooks.wants(agentId, 'email_delivery'),
    });
    opened.push({ name: 'the outcomes', close: () => outcomeScript.close() });

    const { settings, trouble: settingsTrouble } = await Settings.open(folder, clock.now(), {
      gateway: firstGateway(agentPorts),
    });
    if (settingsTrouble !== undefined) {
      notices.add({ level: 'warning', title: 'The settings’ file needs a look', text: settingsTrouble });
    }
    const decisions = new OneAtATime();
    const { office, trouble } = await openOffice({
      folder,
      archive: road.archive,
      ledger,
      announcer,
      portPolicy: agentPorts,
      gateway: () => settings.gateway,
      decisions,
      now: () => clock.now(),
      openDoor: openAgentDoor(doors),
    });
    opened.push({ name: 'the agents', close: () => office.close() });
    if (trouble !== undefined) {
      notices.add({ level: 'warning', title: 'The Mail Agents’ file needs a look', text: trouble });
    }

    const gateway = new GatewayOffice({
      ...doors,
      settings,
      agents: () => office.configs,
      decisions,
      announcer,
    });
    opened.push({ name: 'the gateway', close: () => gateway.close() });
    if (options.isClosed !== true) {
      webhooks.start();
      outcomeScript.start();

      // Last: from here on mail comes in, and everything that it needs is there.
      await office.open();
      // After the agents: a port that both want is the agent's.
      await gateway.open();
    }
    return {
      agents: office,
      gateway,
      archive: road.archive,
      filing: road.filing,
      ledger,
      webhooks,
      outcomes,
      outcomeScript,
      announcer,
      authority,
      notices,
      dataFolder: folder,
      close,
    };
  } catch (error) {
    // What went wrong first is what the person must hear.
    await close().catch((failure: Error) => process.emitWarning(failure));
    throw error;
  }
}

/** Closes everything, the last opened first, each in its time; one that fails keeps no other open. */
async function closeInReverse(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps.toReversed()) {
    try {
      await within(Promise.resolve(step.close()), closeStepMs, `Closing ${step.name}`);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, 'The post office could not be closed in order.');
  }
}
