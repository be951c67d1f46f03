import { expect } from 'vitest';
import type { AgentMode } from '#shared/agent.ts';
import type { OAuthClient } from '#shared/oauth.ts';
import { type ManagedAnswer, ManagedOffice } from './managed-office.ts';

/** Where the application is gone back to. */
export const callback = 'http://localhost:3000/callback';
/** What it asks for, unless it asks for something else. */
export const scope = 'Zeptomail.MailAgents.READ,Zeptomail.Domains.READ';

/** A post office with a registered client, and what a web application does with it. */
export class ClientApp {
  readonly office: ManagedOffice;
  readonly client: OAuthClient;

  private constructor(office: ManagedOffice, client: OAuthClient) {
    this.office = office;
    this.client = client;
  }

  static async open(mode: AgentMode, redirectUris: string[] = [callback]): Promise<ClientApp> {
    const office = await ManagedOffice.open(mode);
    const made = await office.served.ask('POST', '/api/oauth-clients', {
      name: 'Back & <Office>',
      scopes: ['Zeptomail.email.READ'],
      redirectUris,
    });
    return new ClientApp(office, made.body);
  }

  /** Sends the browser to the authorization page; undefined leaves a parameter out. */
  ask(changes: Readonly<Record<string, string | undefined>> = {}): Promise<Response> {
    return fetch(`${this.office.url}/oauth/v2/auth?${this.#request(changes)}`, { redirect: 'manual' });
  }

  /** Presses a button of the page. */
  decide(
    decision: string,
    changes: Readonly<Record<string, string>> = {},
    origin?: string,
  ): Promise<Response> {
    const body = this.#request(changes);
    body.set('decision', decision);
    const headers = origin === undefined ? {} : { Origin: origin };
    return fetch(`${this.office.url}/oauth/v2/auth`, { method: 'POST', headers, body, redirect: 'manual' });
  }

  async code(changes: Readonly<Record<string, string>> = {}): Promise<string> {
    return redirectOf(await this.decide('accept', changes)).searchParams.get('code') ?? '';
  }

  async exchange(code: string, changes: Readonly<Record<string, string>> = {}) {
    const answer = await this.office.token({
      grant_type: 'authorization_code',
      client_id: this.client.clientId,
      client_secret: this.client.clientSecret,
      redirect_uri: callback,
      code,
      ...changes,
    });
    return answer.body;
  }

  async refresh(refreshToken: string) {
    return (await this.tryRefresh(refreshToken)).body;
  }

  tryRefresh(refreshToken: string): Promise<ManagedAnswer> {
    return this.office.token({
      grant_type: 'refresh_token',
      client_id: this.client.clientId,
      client_secret: this.client.clientSecret,
      refresh_token: refreshToken,
    });
  }

  revoke(token: string, path = 'token/revoke'): Promise<Response> {
    return fetch(`${this.office.url}/oauth/v2/${path}?token=${token}`, { method: 'POST' });
  }

  #request(changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
    const wish = {
      response_type: 'code',
      client_id: this.client.clientId,
      redirect_uri: callback,
      scope,
      state: 'a b&c',
      ...changes,
    };
    return new URLSearchParams(
      Object.entries(wish).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }
}

/** Where the browser is sent. */
export function redirectOf(response: Response): URL {
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}
