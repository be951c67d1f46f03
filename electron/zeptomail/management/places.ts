import { exportTypes } from '#shared/export.ts';
import type { Resource } from '../resource.ts';
import { agentList, oneAgent } from './agents.ts';
import { apiKeyList, oneApiKey, oneShortPassword, shortPasswordList } from './credentials.ts';
import { domainList, domainVerification, oneDomain } from './domains.ts';
import { exportDownload, exportsOf } from './exports/exports.ts';
import { oneLog } from './logs.ts';
import { suppressionsOf } from './suppressions.ts';
import { oneTemplate, templateList } from './templates.ts';

export type ManagementPlace = readonly [path: string, place: { readonly resource: Resource }];

/** Agents have two spellings: /v1.1/agents, and /v1.1/mailagents as it was before. */
function agentPlaces(agents: string): readonly ManagementPlace[] {
  return [
    [agents, { resource: agentList }],
    [`${agents}/:key`, { resource: oneAgent }],
    [`${agents}/:key/apikeys`, { resource: apiKeyList }],
    [`${agents}/:key/apikeys/:id`, { resource: oneApiKey }],
    [`${agents}/:key/short-passwords`, { resource: shortPasswordList }],
    [`${agents}/:key/short-passwords/:id`, { resource: oneShortPassword }],
    [`${agents}/:key/templates`, { resource: templateList }],
    [`${agents}/:key/templates/:template`, { resource: oneTemplate }],
  ];
}

/** The endpoints that are used with an OAuth access token. */
export const managementPlaces: readonly ManagementPlace[] = [
  ...agentPlaces('/v1.1/agents'),
  ...agentPlaces('/v1.1/mailagents'),
  ['/v1.1/domains', { resource: domainList }],
  ['/v1.1/domains/:key', { resource: oneDomain }],
  ['/v1.1/domains/:key/verify', { resource: domainVerification }],
  ['/v1.1/suppressions/email', { resource: suppressionsOf('email') }],
  ['/v1.1/suppressions/domain', { resource: suppressionsOf('domain') }],
  ['/v1.1/email/email-reference/:reference', { resource: oneLog }],
  ...exportTypes.flatMap((type): readonly ManagementPlace[] => [
    [`/v1.1/${type}/exports`, { resource: exportsOf(type) }],
    [`/v1.1/${type}/exports/:id/download`, { resource: exportDownload(type) }],
  ]),
];
