import type { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { AgentConfig } from '#shared/agent.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CertificateSource, Door, DoorAddress, ServerCertificate } from '../net/door.ts';
import { listenOnAll } from '../net/listen.ts';
import type { Intake } from '../road/parcel.ts';
import type { Outcomes } from '../road/outcomes.ts';
import type { Account } from './management/account.ts';
import { type ApiAgents, ownApiAgents } from './api-agents.ts';
import { createApiServer } from './api-server.ts';
import { createRequestIds } from './request-id.ts';

interface ApiDoorBase {
  readonly address: DoorAddress;
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly outcomes: Outcomes;
  readonly account: Account;
  readonly now?: () => Date;
}

/** The door of one agent, or of all. They are asked at each request, so that a change of configuration applies at once. */
export type ApiDoorOptions = ApiDoorBase &
  ({ readonly agent: () => AgentConfig } | { readonly agents: ApiAgents }) &
  (
    | { readonly channel: 'api'; readonly certificate?: CertificateSource }
    | { readonly channel: 'apis'; readonly certificate: CertificateSource }
  );

const defaultGraceMs = 2_000;

/**
 * Opens the ZeptoMail API of an agent or of the gateway over HTTP (`api`) or HTTPS (`apis`).
 * @throws RestanteError `port.*` when it cannot listen.
 */
export async function openApiDoor(options: ApiDoorOptions): Promise<Door> {
  const { now = () => new Date(), certificate } = options;
  const requestIds = createRequestIds(() => now().getTime());
  const shown = options.channel === 'apis' ? { certificate: options.certificate.current() } : undefined;
  const listening = await listenOnAll<Server>(options.address, () =>
    createApiServer({
      channel: options.channel,
      agents: 'agents' in options ? options.agents : ownApiAgents(options.agent),
      intake: options.intake,
      ledger: options.ledger,
      outcomes: options.outcomes,
      account: options.account,
      requestIds,
      now,
      certificate: shown && ((): ServerCertificate => shown.certificate),
    }),
  );
  const stopRenewing = options.channel === 'apis' ? certificate?.onRenewed(renew) : undefined;

  function renew(renewed: ServerCertificate): void {
    if (shown !== undefined) {
      shown.certificate = renewed;
    }
    for (const server of listening.servers) {
      if (server instanceof SecureServer) {
        server.setSecureContext({ cert: renewed.cert, key: renewed.key });
      }
    }
  }

  let closing: Promise<void> | undefined;
  async function close(graceMs: number): Promise<void> {
    stopRenewing?.();
    const closed = listening.close();
    const timer = setTimeout(() => listening.destroyConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  }

  return {
    port: listening.port,
    close: (graceMs = defaultGraceMs) => (closing ??= close(graceMs)),
  };
}
