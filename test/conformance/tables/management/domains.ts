import { more, number } from '../../placeholders.ts';
import type { Row, Table } from '../../row.ts';
import { failure, fieldEmpty, invalidValue, managed, noRecords } from './managed.ts';

const path = '/v1.1/domains';
const made = { evidence: 'D', status: 200, changes: true } as const;

function summary(name: string, agents: readonly string[]): object {
  return {
    associated_mailagents: agents,
    domain_name: name,
    domain_key: '<text>',
    is_restricted_senders: false,
    status: '<text>',
  };
}

/** A real domain is verified only once its DNS records are found; ours is at once (assumed). */
function detail(name: string, prefix: string, agents: readonly string[]): object {
  return {
    ...summary(name, agents),
    dkim: {
      public_key: '<text>',
      host: `<text>._domainkey.${name}`,
      selector: number,
      status: '<text>',
      verified_time: '<time>',
    },
    cname: { host: `${prefix}.${name}`, cname_record: 'cluster90.zeptomail.com', status: '<text>' },
  };
}

const list: readonly Row[] = [
  managed('the list', `GET ${path}`, undefined, {
    evidence: 'D',
    status: 200,
    answer: { data: [summary('{domain}', ['{agent}']), more], status: 'success' },
  }),
  managed(
    'a new one',
    `POST ${path}`,
    { domain_name: 'Conformance.example', sub_domain_prefix: 'bounce-zem', mailagent_keys: ['{agent}'] },
    {
      ...made,
      answer: { data: detail('conformance.example', 'bounce-zem', ['{agent}']), status: 'success' },
      gives: { zone: 'data.domain_key' },
    },
  ),
  managed(
    'one that is there already',
    `POST ${path}`,
    { domain_name: '{domain}', sub_domain_prefix: 'bounce', mailagent_keys: ['{agent}'] },
    {
      evidence: 'A',
      status: 400,
      answer: failure('DM_101', 'Domain already exists', 'domain_name', '{domain}'),
    },
  ),
  managed(
    'no name',
    `POST ${path}`,
    { sub_domain_prefix: 'bounce', mailagent_keys: ['{agent}'] },
    { evidence: 'A', status: 400, answer: fieldEmpty('domain_name') },
  ),
  managed(
    'no sub-domain for bounces',
    `POST ${path}`,
    { domain_name: 'other.example', mailagent_keys: ['{agent}'] },
    { evidence: 'A', status: 400, answer: fieldEmpty('sub_domain_prefix') },
  ),
  managed(
    'no agent',
    `POST ${path}`,
    { domain_name: 'other.example', sub_domain_prefix: 'bounce' },
    { evidence: 'A', status: 400, answer: fieldEmpty('mailagent_keys') },
  ),
  managed(
    'what is no domain',
    `POST ${path}`,
    { domain_name: 'no domain', sub_domain_prefix: 'bounce', mailagent_keys: ['{agent}'] },
    { evidence: 'A', status: 400, answer: invalidValue('domain_name', 'no domain') },
  ),
  managed(
    'what is no sub-domain',
    `POST ${path}`,
    { domain_name: 'other.example', sub_domain_prefix: '-', mailagent_keys: ['{agent}'] },
    { evidence: 'A', status: 400, answer: invalidValue('sub_domain_prefix', '-') },
  ),
  managed(
    'an agent that is not there',
    `POST ${path}`,
    { domain_name: 'other.example', sub_domain_prefix: 'bounce', mailagent_keys: ['0000000000000000'] },
    { evidence: 'A', status: 400, answer: noRecords },
  ),
];

const one: readonly Row[] = [
  managed('one, in a list as the SDK types it', `GET ${path}/{zone}`, undefined, {
    evidence: 'C',
    status: 200,
    answer: { data: [detail('conformance.example', 'bounce-zem', ['{agent}'])], status: 'success' },
    changes: true,
  }),
  managed('verifying it', `PUT ${path}/{zone}/verify`, undefined, {
    ...made,
    answer: { data: detail('conformance.example', 'bounce-zem', ['{agent}']), status: 'success' },
  }),
  managed(
    'another sub-domain, and no agent any more',
    `PUT ${path}/{zone}`,
    { new_sub_domain_prefix: 'back', unassociate_mailagents: ['{agent}'] },
    { ...made, answer: { data: detail('conformance.example', 'back', []), status: 'success' } },
  ),
  managed(
    'another name, and an agent',
    `PUT ${path}/{zone}`,
    { new_domain: 'renamed.example', associate_mailagents: ['{agent}'] },
    { ...made, answer: { data: detail('renamed.example', 'back', ['{agent}']), status: 'success' } },
  ),
  managed('one that has another name now', `GET ${path}/{zone}`, undefined, {
    evidence: 'A',
    status: 200,
    answer: { data: [detail('renamed.example', 'back', ['{agent}'])], status: 'success' },
    changes: true,
  }),
  managed(
    'a name that is taken',
    `PUT ${path}/{zone}`,
    { new_domain: '{domain}' },
    {
      evidence: 'A',
      status: 400,
      answer: failure('DM_101', 'Domain already exists', 'new_domain', '{domain}'),
      changes: true,
    },
  ),
  managed('deleting it', `DELETE ${path}/{zone}`, undefined, {
    evidence: 'A',
    status: 204,
    answer: '',
    changes: true,
  }),
  ...['GET', 'DELETE'].map((method) =>
    managed(`${method} of one that is not there`, `${method} ${path}/unknown`, undefined, {
      evidence: 'A',
      status: 400,
      answer: noRecords,
    }),
  ),
  ...['unknown', 'unknown/verify'].map((key) =>
    managed(`PUT of ${key}`, `PUT ${path}/${key}`, {}, { evidence: 'A', status: 400, answer: noRecords }),
  ),
];

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Domains”. */
export const domainTables: readonly Table[] = [
  [`GET, POST ${path}`, list],
  [`GET, PUT, DELETE ${path}/{key}, PUT ${path}/{key}/verify`, one],
];
