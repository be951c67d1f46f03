import { more, number } from '../../placeholders.ts';
import { type Row, type Table, received, refused } from '../../row.ts';
import { mail } from '../mail.ts';
import { fieldEmpty, managed, noRecords } from './managed.ts';

const sender = { Authorization: 'Zoho-oauthtoken {sender}' } as const;
const denied = refused('TM_4001', 'Access Denied', {
  code: 'SERR_157',
  message: 'Invalid OAuth scope',
  target: 'scope',
  target_value: 'Zeptomail.email.CREATE',
});
const otherAgent = refused('TM_4001', 'Access Denied', {
  code: 'SERR_157',
  message: 'Invalid API Token found',
  target: 'mailagent_key',
});

function sent(title: string, path: string, body: object, rest: Omit<Row, 'title' | 'request'>): Row {
  return { title, request: { path, headers: sender, body: { ...mail, ...body } }, ...rest };
}

/** With an access token the body names the agent. */
function sends(path: string, body: object): readonly Row[] {
  const taken = { status: 201, answer: received } as const;
  return [
    sent('an access token', path, { ...body, mailagent_key: '{agent}' }, { evidence: 'C', ...taken }),
    sent(
      'objects and lists in strings, as the n8n node posts them',
      path,
      {
        ...body,
        mailagent_key: '{agent}',
        from: '{"address":"{from}","name":"Paula"}',
        to: JSON.stringify(mail.to),
      },
      { evidence: 'C', ...taken },
    ),
    sent('no agent', path, body, { evidence: 'A', status: 401, answer: otherAgent }),
    sent(
      'an agent that is not there',
      path,
      { ...body, mailagent_key: '0000000000000000' },
      {
        evidence: 'A',
        status: 401,
        answer: otherAgent,
      },
    ),
    {
      title: 'a token that may only read',
      evidence: 'A',
      request: {
        path,
        headers: { Authorization: 'Zoho-oauthtoken {reader}' },
        body: { ...mail, ...body, mailagent_key: '{agent}' },
      },
      status: 401,
      answer: denied,
    },
    {
      title: 'a send mail token',
      evidence: 'A',
      request: { path, body: { ...mail, ...body } },
      ...taken,
    },
  ];
}

const statistics: readonly Row[] = [
  managed('of an agent', 'GET /v1.0/stats/email?mailagent={agent}', undefined, {
    evidence: 'C',
    status: 200,
    answer: {
      hb: { stats: [], count: number },
      sb: { stats: [], count: number },
      sent: { stats: [{ date: '<text>', count: number }, more], count: number },
      data: {
        stats: { hb: [], sb: [], sent: [['<text>', number], more] },
        hb: number,
        sb: number,
        sent: number,
      },
      message: 'OK',
    },
  }),
  managed('of no agent', 'GET /v1.0/stats/email', undefined, {
    evidence: 'A',
    status: 400,
    answer: fieldEmpty('mailagent'),
  }),
  managed('of an agent that is not there', 'GET /v1.0/stats/email?mailagent=Nobody', undefined, {
    evidence: 'A',
    status: 400,
    answer: noRecords,
  }),
];

const log: readonly Row[] = [
  managed('a mail by its request id', 'GET /v1.0/email?request_id={request}', undefined, {
    evidence: 'C',
    status: 200,
    eventually: true,
    answer: {
      metadata: { offset: 0, count: 1 },
      data: {
        details: [
          {
            email_info: {
              is_smtp_trigger: false,
              subject: 'A mail for the log',
              bounce_address: '<address>',
              mailagent_key: '<long agent key>',
              process_state: 'processed',
              from: { address: '{from}', name: 'Paula' },
              to: [{ email_address: { address: '{to}', name: 'Sara' } }],
              processed_time: '<zoned time>',
              status: '<good status>',
            },
            request_id: '{request}',
          },
        ],
      },
      message: 'OK',
    },
  }),
];

function portal(title: string, path: string, answer: object): Row {
  return managed(title, `GET /portal/v1.0/${path}`, undefined, { evidence: 'C', status: 200, answer });
}

const template = {
  upload_time: '<time>',
  template_name: '<text>',
  template_key: '{template}',
  template_size: number,
  modified_time: '<time>',
  subject: '<text>',
} as const;

const portals: readonly Row[] = [
  portal('agents', 'mailagents', {
    data: [
      {
        mailagent_name: '<text>',
        created_time: '<time>',
        description: '',
        mailagent_key: '{agent}',
        status: 'active',
        domain: '{domain}',
        'domain-verification-status': 'verified',
      },
      more,
    ],
    message: 'OK',
  }),
  portal('bounce addresses', 'mailagents/{agent}/bounce-address', {
    data: [{ bounce_address: 'bounce@<text>.{domain}', is_default: true }, more],
    message: 'OK',
  }),
  portal('templates', 'mailagents/{agent}/template', {
    mail_templates: [template, more],
    data: [{ data: [template, more] }],
    message: 'OK',
  }),
  portal('domains', 'domains/mailagents/{agent}', {
    data: [
      {
        domain_id: number,
        associated_mailagents: ['{agent}', more],
        domain_name: '{domain}',
        domain_verified_via_domain_connect: false,
        record_status: {
          cname_status: 'verified',
          dkim_status: 'verified',
          cname_verified_time: '<time>',
          dkim_verified_time: '<time>',
        },
        dns_records: {
          dkim_public_key: '<text>',
          cname_record: 'cluster90.zeptomail.com',
          dkim_host: '<text>._domainkey.{domain}',
          dkim_selector: number,
        },
        sub_domain: '<text>',
      },
      more,
    ],
    message: 'OK',
  }),
  ...['mailagents/{key}/bounce-address', 'mailagents/{key}/template', 'domains/mailagents/{key}'].map(
    (path) =>
      managed(
        `${path} of an agent that is not there`,
        `GET /portal/v1.0/${path.replace('{key}', '0000000000000000')}`,
        undefined,
        { evidence: 'A', status: 400, answer: noRecords },
      ),
  ),
];

/** What the official Power Automate connector and n8n node ask for (github.com/microsoft/PowerPlatformConnectors; reference 2.1 C). */
export const olderTables: readonly Table[] = [
  ['POST /v1.0/email', sends('/v1.0/email', {})],
  [
    'POST /v1.0/email/template',
    sends('/v1.0/email/template', { template_key: '{template}', subject: undefined, htmlbody: undefined }),
  ],
  ['GET /v1.0/email', log],
  ['GET /v1.0/stats/email', statistics],
  ['GET /portal/v1.0', portals],
];
