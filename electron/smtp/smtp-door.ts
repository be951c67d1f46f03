import { createServer } from 'node:net';
import type { AgentConfig, ChannelName } from '#shared/agent.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createProductionIds } from '../ledger/production-ids.ts';
import type { CertificateSource, Door, DoorAddress } from '../net/door.ts';
import { listenOnAll } from '../net/listen.ts';
import type { Intake } from '../road/parcel.ts';
import type { DoorContext } from './door-context.ts';
import { DoorServer } from './door-server.ts';
import { defaultSmtpLimits, type SmtpLimits } from './limits.ts';
import { ownSmtpAgents, type SmtpAgents } from './smtp-agents.ts';

interface SmtpDoorBase {
  readonly address: DoorAddress;
  /** `smtp` offers STARTTLS, `smtps` begins with TLS. */
  readonly channel: Extract<ChannelName, 'smtp' | 'smtps'>;
  readonly certificate: CertificateSource;
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly apiOrigin: DoorContext['apiOrigin'];
  readonly limits?: Partial<SmtpLimits>;
  readonly clock?: { now(): Date };
}

/** The door of one agent, or of all. They are asked at each use, so that a change of configuration applies at once. */
export type SmtpDoorOptions = SmtpDoorBase &
  ({ readonly agent: () => AgentConfig } | { readonly agents: SmtpAgents });

/** Milliseconds that transactions under way get when the door closes. */
const closingGraceMs = 5000;
/** Milliseconds that the last replies get to reach their clients. */
const lastReplyMs = 500;

/**
 * Opens the SMTP server of an agent or of the gateway (RFC 5321): what it takes goes down the road, nothing is delivered.
 * @throws RestanteError `port.*`
 */
export async function openSmtpDoor(options: SmtpDoorOptions): Promise<Door> {
  const { address, certificate, channel, intake, ledger, apiOrigin, clock } = options;
  const now = (): Date => clock?.now() ?? new Date();
  let shown = certificate.current();
  const server = new DoorServer(
    {
      channel,
      agents: 'agents' in options ? options.agents : ownSmtpAgents(options.agent),
      intake,
      ledger,
      apiOrigin,
      requestIds: createProductionIds(() => now().getTime()),
      limits: { ...defaultSmtpLimits, ...options.limits },
      now,
    },
    () => shown,
  );
  const listening = await listenOnAll(address, () => createServer((socket) => server.take(socket)));
  const stopRenewing = certificate.onRenewed((renewed) => {
    shown = renewed;
    server.updateSecureContext({ cert: renewed.cert, key: renewed.key });
  });
  let closed: Promise<void> | undefined;

  async function close(graceMs: number): Promise<void> {
    stopRenewing();
    const gone = listening.close();
    for (const session of server.sessions) {
      session.retire();
    }
    const grace = setTimeout(() => {
      for (const session of server.sessions) {
        session.cut();
      }
    }, graceMs);
    const last = setTimeout(() => listening.destroyConnections(), graceMs + lastReplyMs);
    await gone;
    clearTimeout(grace);
    clearTimeout(last);
    await Promise.all(server.sessions.map((session) => session.ended));
  }

  return {
    port: listening.port,
    close: (graceMs = closingGraceMs) => (closed ??= close(graceMs)),
  };
}
