import type { Agent, CreateAgent, PatchAgent, SendMailToken, ShortPassword } from '#shared/agent.ts';
import type { Archive } from '../../road/archive.ts';

/** What management needs of the Mail Agents: the very ones that the control API shows. Each method throws RestanteErrors as there. */
export interface ManagedAgents {
  list(): Agent[];
  create(wish: CreateAgent): Promise<Agent>;
  patch(id: string, wish: PatchAgent): Promise<Agent>;
  delete(id: string): Promise<void>;
  createToken(id: string): Promise<SendMailToken>;
  revokeToken(id: string, tokenId: string): Promise<void>;
  createShortPassword(id: string): Promise<ShortPassword>;
  revokeShortPassword(id: string, passwordId: string): Promise<void>;
}

/** The account that the management endpoints act on, whichever agent's door they are asked at. */
export interface Account {
  /** Asked at each request: the doors are made before the agents are. */
  readonly agents: () => ManagedAgents;
  readonly archive: Pick<Archive, 'list' | 'detail' | 'listActivity'>;
  /** Resolves once it is known what is to become of all mail that is held by now. */
  readonly outcomesKnown: () => Promise<void>;
}
