import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertNonNullable } from '#shared/assert.ts';
import { scopeGroups } from '#shared/oauth.ts';
import { openPostOffice } from '../../electron/post-office/open-post-office.ts';
import type { Service } from './service.ts';

/** A post office of our own with a strict agent, one that is shut down, a template and an OAuth client. */
export async function openOwn(): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'restante-conformance-'));
  const postOffice = await openPostOffice({ folder, agentPorts: 'any' });
  const { agents, ledger } = postOffice;
  const agent = await agents.create({ name: 'Conformance', mode: 'strict', domains: ['zylker.com'] });
  const idle = await agents.create({ name: 'Closed', enabled: false });
  const token = agent.tokens[0]?.token;
  assertNonNullable(token, 'an agent that is made without tokens gets one');
  const now = new Date();
  const template = ledger.templates.create(
    agent,
    {
      name: 'Invoice',
      alias: 'invoice',
      subject: 'For {{company}}',
      html: '<b>{{contact}}</b>',
      text: null,
      sampleMergeInfo: {},
    },
    now,
  );
  const everyScope = scopeGroups.map((group) => `Zeptomail.${group}.ALL`);
  const redirect = 'https://shop.example/callback';
  const client = ledger.oauth.register({ name: 'Shop', scopes: everyScope, redirectUris: [redirect] }, now);
  const url = `http://127.0.0.1:${agent.channels.api.port}`;
  return {
    url,
    accountsUrl: url,
    isOwn: true,
    mayChange: true,
    words: new Map([
      ['token', token],
      ['from', 'paula@zylker.com'],
      ['to', 'sara@zylker.com'],
      ['domain', 'zylker.com'],
      ['template', template.key],
      ['agent', agent.key],
      ['idle', idle.key],
      ['oauth', ledger.oauth.issue(everyScope, now).token],
      ['sender', ledger.oauth.issue(['Zeptomail.email.CREATE'], now).token],
      ['reader', ledger.oauth.issue(['Zeptomail.email.READ'], now).token],
      ['client', client.clientId],
      ['secret', client.clientSecret],
      ['refresh', '1000.any'],
      ['redirect', redirect],
    ]),
    async close() {
      await postOffice.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
