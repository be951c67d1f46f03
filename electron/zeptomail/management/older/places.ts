import type { ManagementPlace } from '../places.ts';
import { bounceAddresses, olderAgents, olderDomains, olderTemplates } from './agents.ts';
import { mailStats } from './stats.ts';

/** What version 1.0 has beside the mails themselves. */
export const olderPlaces: readonly ManagementPlace[] = [
  ['/v1.0/stats/email', { resource: mailStats }],
  ['/portal/v1.0/mailagents', { resource: olderAgents }],
  ['/portal/v1.0/mailagents/:key/bounce-address', { resource: bounceAddresses }],
  ['/portal/v1.0/mailagents/:key/template', { resource: olderTemplates }],
  ['/portal/v1.0/domains/mailagents/:key', { resource: olderDomains }],
];
