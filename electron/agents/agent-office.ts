import type {
  Agent,
  AgentConfig,
  ChannelName,
  CreateAgent,
  PatchAgent,
  SendMailToken,
  ShortPassword,
} from '#shared/agent.ts';

/**
 * Everything that can be done with Mail Agents. Calls on one agent are served one after the other; what a call
 * resolves with is the agent after it. Unknown ids throw RestanteError `agent.not-found`.
 */
export interface AgentOffice {
  /** In the order of the person. */
  list(): Agent[];
  /** Their configurations as they are kept, in the same order. */
  readonly configs: readonly AgentConfig[];
  get(id: string): Agent;
  /** @throws RestanteError `agent.name-taken`, `agent.limit`, `agent.port-conflict`, `agent.credential-taken`, `port.none-free`. */
  create(wish: CreateAgent): Promise<Agent>;
  /** What is left out stays. Only channels whose port changed are opened anew. @throws as `create` does. */
  patch(id: string, wish: PatchAgent): Promise<Agent>;
  /** Stops the agent and removes it with its messages and activity. @throws RestanteError `agent.last`. */
  delete(id: string): Promise<void>;
  /** @throws RestanteError `agent.order-mismatch` unless every agent is named exactly once. */
  order(ids: readonly string[]): Promise<Agent[]>;
  /** Switches on and waits until every channel listens or failed. A failed channel is tried again. */
  start(id: string): Promise<Agent>;
  stop(id: string): Promise<Agent>;
  /** Gives the channel the next free port, keeps it, and opens it if the agent is on. @throws RestanteError `port.none-free`. */
  takeFreePort(id: string, channel: ChannelName): Promise<Agent>;
  /** @throws RestanteError `token.limit`. */
  createToken(id: string): Promise<SendMailToken>;
  /** A new token under the same id. @throws RestanteError `token.not-found`. */
  rotateToken(id: string, tokenId: string): Promise<SendMailToken>;
  /** @throws RestanteError `token.not-found`. */
  revokeToken(id: string, tokenId: string): Promise<void>;
  /** @throws RestanteError `short-password.limit`. */
  createShortPassword(id: string): Promise<ShortPassword>;
  /** A new password under the same id and user name. @throws RestanteError `short-password.not-found`. */
  rotateShortPassword(id: string, passwordId: string): Promise<ShortPassword>;
  /** @throws RestanteError `short-password.not-found`. */
  revokeShortPassword(id: string, passwordId: string): Promise<void>;
}
