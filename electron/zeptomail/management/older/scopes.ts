import type { Scope } from '../access.ts';

/*
 * The older endpoints are asked with scopes of either name (github.com/microsoft/PowerPlatformConnectors, Zoho ZeptoMail,
 * apiProperties.json); which of them each endpoint wants is assumed.
 */
const accounts = 'transmail.accounts.READ';

export const readMail: Scope = { group: 'email', operation: 'READ' };
export const readMetrics: Scope = { ...readMail, older: ['Zeptomail.metrics.READ'] };
export const readAgents: Scope = {
  group: 'MailAgents',
  operation: 'READ',
  older: ['transmail.mailagent.READ', accounts],
};
export const readBounceAddresses: Scope = { ...readAgents, older: ['transmail.bounceSetup.READ', accounts] };
export const readTemplates: Scope = {
  group: 'MailTemplates',
  operation: 'READ',
  older: ['transmail.mailagent.READ', accounts],
};
export const readDomains: Scope = {
  group: 'Domains',
  operation: 'READ',
  older: ['transmail.domain.READ', accounts],
};
