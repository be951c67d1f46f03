import type { Agent, AgentMode } from '#shared/agent.ts';
import { ServedOffice } from './served-office.ts';

export interface ManagedAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

/** A whole post office whose ZeptoMail API is managed with an access token, over real HTTP. */
export class ManagedOffice {
  readonly served: ServedOffice;
  readonly agent: Agent;
  authorization = '';

  private constructor(served: ServedOffice, agent: Agent) {
    this.served = served;
    this.agent = agent;
  }

  /** Its first agent is called “Shop”; a token with this scope, or with every one, is fetched. */
  static async open(mode: AgentMode = 'strict', scope?: string): Promise<ManagedOffice> {
    const served = await ServedOffice.open();
    const agent = await served.postOffice.agents.patch(served.agent.id, {
      name: 'Shop',
      mode,
      domains: ['shop.test'],
    });
    const office = new ManagedOffice(served, agent);
    const token = await office.token({
      grant_type: 'refresh_token',
      client_id: 'any',
      client_secret: 'any',
      refresh_token: 'any',
      ...(scope === undefined ? {} : { scope }),
    });
    office.authorization = `Zoho-oauthtoken ${token.body.access_token}`;
    return office;
  }

  get url(): string {
    return `http://127.0.0.1:${this.agent.channels.api.port}`;
  }

  /** The agents as the control API shows them now. */
  get agents(): Agent[] {
    return this.served.postOffice.agents.list();
  }

  token(fields: Record<string, string>): Promise<ManagedAnswer> {
    return this.#fetch('/oauth/v2/token', { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Asks at the first agent's door. */
  ask(method: string, path: string, body?: unknown): Promise<ManagedAnswer> {
    return this.#fetch(path, {
      method,
      headers: { Authorization: this.authorization, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async #fetch(path: string, init: RequestInit): Promise<ManagedAnswer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : undefined,
      text,
      headers: response.headers,
    };
  }
}
