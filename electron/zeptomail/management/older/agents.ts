import type { Resource } from '../../resource.ts';
import { agentByKey, agentShown } from '../agents.ts';
import { displayedTime } from '../display-time.ts';
import { domainsOf } from '../domains.ts';
import { recordsOf } from '../domain-facts.ts';
import { manage } from '../manage.ts';
import { templateFacts } from '../templates.ts';
import { readAgents, readBounceAddresses, readDomains, readTemplates } from './scopes.ts';

/*
 * What the official Power Automate connector asks (github.com/microsoft/PowerPlatformConnectors, Zoho ZeptoMail:
 * apiDefinition.swagger.json and script.csx). Values that its swagger only types are assumed.
 */

/** /portal/v1.0/mailagents. */
export const olderAgents: Resource = {
  GET: manage(readAgents, ({ agents }) => {
    const data = agents.list().map((agent) => {
      const [domain] = agent.domains;
      return {
        ...agentShown(agent),
        ...(domain === undefined ? {} : { domain, 'domain-verification-status': 'verified' }),
      };
    });
    return { body: { data, message: 'OK' } };
  }),
};

/** /portal/v1.0/mailagents/{k}/bounce-address: one of each domain. */
export const bounceAddresses: Resource = {
  GET: manage(readBounceAddresses, (managing) => {
    const { id } = agentByKey(managing.agents, managing.params['key']);
    const data = domainsOf(managing)
      .filter(({ agents }) => agents.some((agent) => agent.id === id))
      .map(({ name, subDomainPrefix }, index) => ({
        bounce_address: `bounce@${subDomainPrefix}.${name}`,
        is_default: index === 0,
      }));
    return { body: { data, message: 'OK' } };
  }),
};

/** /portal/v1.0/mailagents/{k}/template. The connector's script takes `data[].data`, and makes `mail_templates` of it: both are there. */
export const olderTemplates: Resource = {
  GET: manage(readTemplates, ({ agents, context, params }) => {
    const templates = context.ledger.templates.list(agentByKey(agents, params['key']).id).map(templateFacts);
    return { body: { mail_templates: templates, data: [{ data: templates }], message: 'OK' } };
  }),
};

/** /portal/v1.0/domains/mailagents/{k}. */
export const olderDomains: Resource = {
  GET: manage(readDomains, (managing) => {
    const { id } = agentByKey(managing.agents, managing.params['key']);
    const data = domainsOf(managing)
      .filter(({ agents }) => agents.some((agent) => agent.id === id))
      .map(({ name, subDomainPrefix, createdAt, agents }) => {
        const verifiedTime = displayedTime(createdAt);
        const { dkim, cname } = recordsOf(name, subDomainPrefix, verifiedTime);
        return {
          domain_id: dkim.selector,
          associated_mailagents: agents.map(({ key }) => key),
          domain_name: name,
          domain_verified_via_domain_connect: false,
          record_status: {
            cname_status: cname.status,
            dkim_status: dkim.status,
            cname_verified_time: verifiedTime,
            dkim_verified_time: verifiedTime,
          },
          dns_records: {
            dkim_public_key: dkim.public_key,
            cname_record: cname.cname_record,
            dkim_host: dkim.host,
            dkim_selector: dkim.selector,
          },
          sub_domain: subDomainPrefix,
        };
      });
    return { body: { data, message: 'OK' } };
  }),
};
