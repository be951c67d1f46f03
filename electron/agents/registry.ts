import { type Adapter, Low } from 'lowdb';
import type { AgentConfig } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import { agentsFile } from './agents-file.ts';
import { OneAtATime } from './one-at-a-time.ts';

type Agents = readonly AgentConfig[];

/** The configured Mail Agents. A change counts when it is on the disk: until then everybody sees the state before. */
export class AgentRegistry {
  readonly #low: Low<Agents>;
  /** What is on the disk; lowdb's own data may be a state that could not be written. */
  #kept: Agents;
  readonly #turns = new OneAtATime();

  private constructor(adapter: Adapter<Agents>, agents: Agents) {
    this.#low = new Low(adapter, agents);
    this.#kept = agents;
  }

  /** @throws RestanteError `agents.newer`, `data.unwritable`. */
  static async open(
    folder: string,
    at: Date,
    firstAgent: () => AgentConfig | Promise<AgentConfig>,
  ): Promise<{ registry: AgentRegistry; trouble: string | undefined }> {
    const file = agentsFile(folder);
    const loaded = await file.load(at);
    const known = loaded.content?.agents ?? [];
    const registry = new AgentRegistry(
      // lowdb's own file adapter neither syncs to the disk nor sets the file's mode.
      { read: async () => known, write: (agents) => file.save({ agents: [...agents] }) },
      known,
    );
    if (registry.list().length === 0) {
      const first = await firstAgent();
      await registry.change(() => [first]);
    }
    return { registry, trouble: loaded.trouble };
  }

  /** In the order of the person. */
  list(): Agents {
    return this.#kept;
  }

  has(id: string): boolean {
    return this.#kept.some((agent) => agent.id === id);
  }

  /** @throws RestanteError `agent.not-found`. */
  get(id: string): AgentConfig {
    const found = this.#kept.find((agent) => agent.id === id);
    if (found === undefined) {
      throw new RestanteError('agent.not-found', { id });
    }
    return found;
  }

  /** Makes and keeps a change; `next` is given the agents of its turn, and what it throws changes nothing. */
  async change(next: (agents: Agents) => Agents): Promise<void> {
    await this.#turns.run(async () => {
      this.#low.data = next(this.#kept);
      await this.#low.write();
      this.#kept = this.#low.data;
    });
  }

  /** Changes one agent; resolves with its new configuration. @throws RestanteError `agent.not-found`. */
  async update(id: string, next: (agent: AgentConfig, all: Agents) => AgentConfig): Promise<AgentConfig> {
    let changed: AgentConfig | undefined;
    await this.change((agents) => {
      changed = next(this.get(id), agents);
      return agents.map((agent) => (agent.id === id && changed ? changed : agent));
    });
    return changed ?? this.get(id);
  }
}
