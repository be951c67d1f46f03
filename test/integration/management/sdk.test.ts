import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

/** What these tests use of the official SDK 8. Its package has no types that its exports lead to. */
interface Authentication {
  getTokenEndpoint: () => string;
  getApiBaseUrl: () => string;
}
// oxlint-disable-next-line typescript/no-explicit-any -- an answer's shape is what is tested
type Client<Method extends string> = Record<Method, (options?: object) => Promise<any>>;
interface Sdk {
  AuthenticationClient: new (credentials: object) => Authentication;
  AgentClient: new (
    options: object,
  ) => Client<
    | 'addAgent'
    | 'updateAgent'
    | 'getAllAgents'
    | 'generateAPIKey'
    | 'getAPIKeys'
    | 'revokeAPIKey'
    | 'generateSMTPPassword'
    | 'getSMTPList'
    | 'deleteSMTPPassword'
    | 'deleteAgent'
  >;
  DomainClient: new (
    options: object,
  ) => Client<
    'addDomain' | 'getDomainDetails' | 'verifyDomain' | 'updateDomain' | 'deleteDomain' | 'getAllDomains'
  >;
  SuppressionClient: new (
    options: object,
  ) => Client<
    'addSuppressionEntry' | 'updateSuppressionEntry' | 'getSuppressionList' | 'deleteSuppressionEntry'
  >;
  EmailLogsClient: new (options: object) => Client<'getAllEmailLogs' | 'getEmailDetails'>;
}

async function openSdk() {
  const office = await ManagedOffice.open('relaxed');
  const sdk = (await (import('zeptomail') as Promise<unknown>)) as Sdk;
  const authenticationClient = new sdk.AuthenticationClient({
    clientId: 'id',
    clientSecret: 'secret',
    refreshToken: 'refresh',
  });
  authenticationClient.getTokenEndpoint = () => `${office.url}/oauth/v2/token`;
  authenticationClient.getApiBaseUrl = () => `${office.url}/v1.1`;
  const options = { authenticationClient };
  return {
    office,
    agents: new sdk.AgentClient(options),
    domains: new sdk.DomainClient(options),
    suppressions: new sdk.SuppressionClient(options),
    logs: new sdk.EmailLogsClient(options),
  };
}

test('the official SDK 8 manages agents and their credentials, unchanged', async () => {
  const { office, agents } = await openSdk();
  const made = await agents.addAgent({ agentName: 'By SDK', description: 'x' });
  expect(made.data).toMatchObject({ mailagent_name: 'By SDK', status: 'active' });
  const agentKey: string = made.data.mailagent_key;
  await agents.updateAgent({ agentKey, agentName: 'Renamed', description: 'y' });
  expect((await agents.getAllAgents()).data).toMatchObject([
    { mailagent_name: 'Shop' },
    { mailagent_name: 'Renamed' },
  ]);
  const { id } = (await agents.generateAPIKey({ agentKey })).data;
  expect((await agents.getAPIKeys({ agentKey })).data).toHaveLength(2);
  await agents.revokeAPIKey({ agentKey, id });
  const password = (await agents.generateSMTPPassword({ agentKey })).data;
  expect((await agents.getSMTPList({ agentKey })).data).toEqual([password]);
  await agents.deleteSMTPPassword({ agentKey, passwordId: password.id });
  expect(office.agents[1]).toMatchObject({ name: 'Renamed', shortPasswords: [] });
  expect(office.agents[1]?.tokens).toHaveLength(1);
  await expect(agents.deleteAgent({ agentKey })).rejects.toThrow('shut down');
});

test('the official SDK 8 manages domains and suppressions, and reads the log, unchanged', async () => {
  const { office, domains, suppressions, logs } = await openSdk();
  const added = await domains.addDomain({
    domainName: 'sdk.test',
    bounceDomainPrefix: 'bounce',
    agentKeys: [office.agent.key],
  });
  const domainKey: string = added.data.domain_key;
  expect((await domains.getDomainDetails({ domainKey })).data[0].domain_name).toBe('sdk.test');
  expect((await domains.verifyDomain({ domainKey })).data.status).toBe('verified');
  await domains.updateDomain({ domainKey, disassociateAgents: [office.agent.key] });
  await domains.deleteDomain({ domainKey });
  expect((await domains.getAllDomains()).data).toHaveLength(1);

  const entry = { dndType: 'email', values: ['gone@customer.com'] };
  await suppressions.addSuppressionEntry({ ...entry, action: 'suppress' });
  await suppressions.updateSuppressionEntry({ ...entry, action: 'reject' });
  const list = await suppressions.getSuppressionList({ dndType: 'email', dateFrom: new Date(0) });
  expect(list.data).toMatchObject([{ value: 'gone@customer.com', action: 'reject' }]);
  await suppressions.deleteSuppressionEntry(entry);

  await office.served.send('From: a@shop.test\nTo: jane@example.com\nSubject: By SMTP\n\nHello\n');
  const { data } = await logs.getAllEmailLogs({ dateFrom: new Date(0), subject: 'smtp' });
  expect(data.logs).toMatchObject([{ email_info: { subject: 'By SMTP' } }]);
  const emailReference: string = data.logs[0].email_info.email_reference;
  expect((await logs.getEmailDetails({ emailReference })).data).toMatchObject(data.logs[0]);
});
