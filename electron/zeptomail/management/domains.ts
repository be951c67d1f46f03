import { type Agent, domainSchema } from '#shared/agent.ts';
import type { AccountDomain } from '../../ledger/domains.ts';
import type { Resource } from '../resource.ts';
import type { ManagedAgents } from './account.ts';
import { agentByKey } from './agents.ts';
import { displayedTime } from './display-time.ts';
import { domainKeyOf, recordsOf } from './domain-facts.ts';
import { Failure } from './failure.ts';
import { manage, type Managed, type Managing } from './manage.ts';
import { optionalText, optionalTexts, requiredText } from './read-field.ts';

/** The sub-domain for bounces of a domain that was entered in an agent's settings. */
const usualPrefix = 'bounce';

interface Domain extends AccountDomain {
  readonly key: string;
  readonly agents: readonly Agent[];
}

/** /v1.1/domains. Ours are verified as soon as they are added (assumed): there is no DNS to ask. */
export const domainList: Resource = {
  GET: manage({ group: 'Domains', operation: 'READ' }, (managing) => ({
    body: { data: domainsOf(managing).map(domainSummary), status: 'success' },
  })),
  POST: manage({ group: 'Domains', operation: 'CREATE' }, async (managing) => {
    const { agents, body, context, request } = managing;
    const name = domainName(requiredText(body, 'domain_name'), 'domain_name');
    const subDomainPrefix = prefix(requiredText(body, 'sub_domain_prefix'), 'sub_domain_prefix');
    const keys = optionalTexts(body, 'mailagent_keys') ?? [];
    if (keys.length === 0) {
      throw new Failure('field-empty', { field: 'mailagent_keys' });
    }
    const named = agentsOf(agents, keys);
    refuseKnown(managing, name, 'domain_name');
    const createdAt = request.receivedAt.getTime();
    const key = freeKey(name, new Set(domainsOf(managing).map((domain) => domain.key)));
    context.ledger.domains.put({ name, subDomainPrefix, createdAt, key });
    await associate(agents, named, name);
    return shown(managing, name);
  }),
};

export const oneDomain: Resource = {
  // The official SDK 8 types the answer as a list of one.
  GET: manage({ group: 'Domains', operation: 'READ' }, (managing) => {
    const domain = domainByKey(managing);
    return { body: { data: [domainDetail(domain)], status: 'success' } };
  }),
  PUT: manage({ group: 'Domains', operation: 'UPDATE' }, async (managing) => {
    const { agents, body, context } = managing;
    const domain = domainByKey(managing);
    const wished = optionalText(body, 'new_domain');
    const name = wished === undefined ? domain.name : domainName(wished, 'new_domain');
    const wishedPrefix = optionalText(body, 'new_sub_domain_prefix');
    const subDomainPrefix =
      wishedPrefix === undefined ? domain.subDomainPrefix : prefix(wishedPrefix, 'new_sub_domain_prefix');
    const joining = agentsOf(agents, optionalTexts(body, 'associate_mailagents'));
    const leaving = agentsOf(agents, optionalTexts(body, 'unassociate_mailagents')).map(({ id }) => id);
    if (name !== domain.name) {
      refuseKnown(managing, name, 'new_domain');
    }
    const staying = [...domain.agents, ...joining].filter(({ id }) => !leaving.includes(id));
    const { createdAt, key } = domain;
    context.ledger.domains.put({ name, subDomainPrefix, createdAt, key });
    await associate(agents, staying, name);
    const former = domain.agents.filter(({ id }) => name !== domain.name || leaving.includes(id));
    await dissociate(agents, former, domain.name);
    if (name !== domain.name) {
      context.ledger.domains.delete(domain.name);
    }
    return shown(managing, name);
  }),
  DELETE: manage({ group: 'Domains', operation: 'DELETE' }, async (managing) => {
    const domain = domainByKey(managing);
    await dissociate(managing.agents, domain.agents, domain.name);
    managing.context.ledger.domains.delete(domain.name);
    return {};
  }),
};

/** PUT /v1.1/domains/{key}/verify. */
export const domainVerification: Resource = {
  PUT: manage({ group: 'Domains', operation: 'UPDATE' }, (managing) =>
    shown(managing, domainByKey(managing).name),
  ),
};

/** Those that were added here and those that agents name, each once. */
export function domainsOf({ agents, context }: Pick<Managing, 'agents' | 'context'>): Domain[] {
  const all = agents.list();
  const known = context.ledger.domains.list();
  const taken = new Set(known.flatMap(({ key }) => key ?? []));
  const names = new Set([...known.map(({ name }) => name), ...all.flatMap(({ domains }) => domains)]);
  return [...names].map((name) => {
    const users = all.filter(({ domains }) => domains.includes(name));
    const createdAt = Date.parse(users[0]?.createdAt ?? '');
    const { key = null, ...facts } = known.find((one) => one.name === name) ?? {
      name,
      subDomainPrefix: usualPrefix,
      createdAt,
    };
    return { ...facts, key: key ?? freeKey(name, taken), agents: users };
  });
}

/** A new domain may have the name that renamed ones, which kept their keys, had before. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  let words = name;
  while (taken.has(domainKeyOf(words))) {
    words = `another ${words}`;
  }
  return domainKeyOf(words);
}

export function domainSummary({ name, key, agents }: Domain): object {
  return {
    associated_mailagents: agents.map(({ key }) => key),
    domain_name: name,
    domain_key: key,
    is_restricted_senders: false,
    status: 'verified',
  };
}

function domainDetail(domain: Domain): object {
  const { name, subDomainPrefix, createdAt } = domain;
  return { ...domainSummary(domain), ...recordsOf(name, subDomainPrefix, displayedTime(createdAt)) };
}

function domainByKey(managing: Managing): Domain {
  const found = domainsOf(managing).find(({ key }) => key === managing.params['key']);
  if (found === undefined) {
    throw new Failure('no-records');
  }
  return found;
}

function shown(managing: Managing, name: string): Managed {
  const domain = domainsOf(managing).find((one) => one.name === name);
  if (domain === undefined) {
    throw new Failure('no-records');
  }
  return { body: { data: domainDetail(domain), status: 'success' } };
}

function refuseKnown(managing: Managing, name: string, field: string): void {
  if (domainsOf(managing).some((one) => one.name === name)) {
    throw new Failure('domain-exists', { field, value: name });
  }
}

function agentsOf(agents: ManagedAgents, keys: readonly string[] = []): Agent[] {
  return [...new Set(keys)].map((key) => agentByKey(agents, key));
}

async function associate(agents: ManagedAgents, chosen: readonly Agent[], name: string): Promise<void> {
  for (const { id } of chosen) {
    // Read anew: several changes of one request may concern the same agent.
    const domains = agents.list().find((agent) => agent.id === id)?.domains ?? [];
    if (!domains.includes(name)) {
      await agents.patch(id, { domains: [...domains, name] });
    }
  }
}

async function dissociate(agents: ManagedAgents, chosen: readonly Agent[], name: string): Promise<void> {
  for (const { id } of chosen) {
    const domains = agents.list().find((agent) => agent.id === id)?.domains ?? [];
    await agents.patch(id, { domains: domains.filter((domain) => domain !== name) });
  }
}

function domainName(given: string, field: string): string {
  const read = domainSchema.safeParse(given);
  if (!read.success) {
    throw new Failure('invalid-value', { field, value: given });
  }
  return read.data;
}

function prefix(given: string, field: string): string {
  const label = given.trim().toLowerCase();
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) {
    throw new Failure('invalid-value', { field, value: given });
  }
  return label;
}
