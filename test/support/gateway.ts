import type { ActivityEntry } from '#shared/activity.ts';
import type { Agent, CreateAgent } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { GatewayAttempt } from '#shared/gateway.ts';
import type { PostOffice } from '../../electron/post-office/post-office.ts';
import { nextEvent, postOfficeForTest } from './post-office.ts';
import { SmtpClient } from './smtp-client.ts';

/** A post office whose first agent is “Shop” (relaxed, shop.test), with the agents that a test wishes beside it. */
export class GatewayTest {
  readonly postOffice: PostOffice;
  readonly shop: Agent;

  private constructor(postOffice: PostOffice, shop: Agent) {
    this.postOffice = postOffice;
    this.shop = shop;
  }

  static async open(shop: Omit<CreateAgent, 'name'> = {}): Promise<GatewayTest> {
    const postOffice = await postOfficeForTest();
    const [first] = postOffice.agents.list();
    assertNonNullable(first, 'a first run makes one');
    const { key: _key, tokens: _tokens, shortPasswords: _passwords, ...wish } = shop;
    const agent = await postOffice.agents.patch(first.id, { name: 'Shop', domains: ['shop.test'], ...wish });
    return new GatewayTest(postOffice, agent);
  }

  add(wish: CreateAgent): Promise<Agent> {
    return this.postOffice.agents.create(wish);
  }

  /** How many messages each agent holds, by name. */
  get held(): Record<string, number> {
    return Object.fromEntries(this.postOffice.agents.list().map(({ name, counts }) => [name, counts.total]));
  }

  get attempts(): readonly GatewayAttempt[] {
    return this.postOffice.gateway.view().attempts;
  }

  /** The next session or request that an agent's activity gets. */
  async nextActivity(agent: Agent): Promise<ActivityEntry> {
    const { entry } = await nextEvent(
      this.postOffice,
      'activity.recorded',
      (event) => event.entry.agentId === agent.id,
    );
    return entry;
  }

  /** Resolves once something more was refused for want of an agent. */
  async nextAttempt(): Promise<GatewayAttempt> {
    const before = this.attempts[0]?.id;
    await nextEvent(
      this.postOffice,
      'gateway.changed',
      () => this.attempts[0] !== undefined && this.attempts[0].id !== before,
    );
    const [attempt] = this.attempts;
    assertNonNullable(attempt, 'it was there when it was announced');
    return attempt;
  }

  /** Sends a mail through the gateway's API. */
  post(from: string, authorization?: string): Promise<Response> {
    return this.ask('v1.1/email', {
      method: 'POST',
      ...(authorization === undefined ? {} : { headers: { Authorization: authorization } }),
      body: JSON.stringify({
        from: { address: from },
        to: [{ email_address: { address: 'jane@client.test' } }],
        subject: 'Hello',
        textbody: 'Hi',
      }),
    });
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const { port } = this.postOffice.gateway.view().channels.api;
    return fetch(`http://127.0.0.1:${port}/${path}`, init);
  }

  /** An SMTP session with the gateway, after EHLO. */
  async connect(): Promise<SmtpClient> {
    const client = await SmtpClient.open(this.postOffice.gateway.view().channels.smtp.port);
    await client.begin();
    return client;
  }

  /** The same, after STARTTLS. */
  async connectSecurely(): Promise<SmtpClient> {
    const before = await this.connect();
    const client = await before.startTls({ ca: this.postOffice.authority.caPem });
    await client.say('EHLO client.test');
    return client;
  }
}

/** The Authorization header with an agent's token. */
export function tokenOf(agent: Agent): string {
  return `Zoho-enczapikey ${agent.tokens[0]?.token ?? ''}`;
}

export function authPlain(user: string, password: string): string {
  return `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`;
}

/** Sends a mail in a session; answers with the last reply. */
export async function sendMail(client: SmtpClient, from: string): Promise<string | null> {
  await client.beginData(from);
  client.write(`From: ${from}\r\nSubject: Hello\r\n\r\nHi\r\n.\r\n`);
  return client.reply();
}
