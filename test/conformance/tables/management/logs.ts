import { more, number } from '../../placeholders.ts';
import { type Row, type Table, received } from '../../row.ts';
import { mail } from '../mail.ts';
import { invalidValue, managed, noRecords } from './managed.ts';

const path = '/v1.1/email';
const none = { metadata: { offset: 0, count: 0 }, data: { logs: [] }, status: 'success' } as const;

const info = {
  email_reference: '<m1>@<domain>',
  mail_type: 'send-mail',
  subject: 'A mail for the log',
  bounce_address: '<address>',
  from: { address: '{from}', name: 'Paula' },
  message_id: '<<m1>@<domain>>',
  to: [{ address: '{to}', name: 'Sara' }],
  processed_time: '<zoned time>',
  mailagent_key: '<long agent key>',
  status: '<good status>',
} as const;
const log = {
  email_tracking_details: {},
  email_delivery_details: {},
  email_info: info,
  request_id: '{request}',
} as const;
const found = { metadata: { offset: 0, count: 1 }, data: { logs: [log] }, status: 'success' } as const;

function listed(title: string, query: string, rest: Pick<Row, 'answer'> & Partial<Row>): Row {
  return managed(title, `GET ${path}?${query}`, undefined, { evidence: 'D', status: 200, ...rest });
}

/** Each filter beside the request id, so that the answer is the same in any account: it lets the mail through, or not. */
const filters: readonly (readonly [fitting: string, other: string])[] = [
  ['mailagent_key={agent}', 'mailagent_key={idle}'],
  ['agent_key={agent}', 'agent_key={idle}'],
  ['date_from=01/01/2020, 10:00 AM', 'date_from=31/12/2999, 11:59 PM'],
  ['date_to=31/12/2999, 11:59 PM', 'date_to=01/01/2020, 10:00 AM'],
  ['from={from}', 'from=somebody@conformance.example'],
  ['to={to}', 'to=somebody@conformance.example'],
  ['recipient={to}', 'recipient=somebody@conformance.example'],
  ['subject=mail for the log', 'subject=something else'],
  ['client_reference=restante-log', 'client_reference=something else'],
];

const list: readonly Row[] = [
  {
    title: 'a mail to look for',
    evidence: 'D',
    request: {
      path,
      body: { ...mail, subject: 'A mail for the log', client_reference: 'restante-log' },
    },
    status: 201,
    answer: received,
    gives: { request: 'request_id' },
  },
  listed('by its request id', 'request_id={request}', {
    answer: found,
    eventually: true,
    gives: { reference: 'data.logs.0.email_info.email_reference' },
  }),
  listed('any', 'limit=2', {
    answer: { metadata: { offset: 0, count: number }, data: { logs: [more] }, status: 'success' },
  }),
  ...filters.flatMap(([fitting, other]) => [
    listed(`${fitting} finds it`, `request_id={request}&${fitting}`, { answer: found }),
    listed(`${other} does not`, `request_id={request}&${other}`, { answer: none }),
  ]),
  listed('is_delivered=true finds it', 'request_id={request}&is_delivered=true', {
    answer: found,
    eventually: true,
  }),
  ...['cc={to}', 'bcc={to}', 'is_hb=true', 'is_sb=true', 'is_mailfailure=true'].map((other) =>
    listed(`${other} does not`, `request_id={request}&${other}`, { answer: none }),
  ),
  listed('from the second on', 'request_id={request}&offset=1', {
    answer: { ...none, metadata: { offset: 1, count: 0 } },
  }),
  listed('an id that nobody has', 'request_id=unknown', { answer: none, evidence: 'A' }),
  listed('an agent that is not there', 'mailagent_key=0000000000000000', {
    evidence: 'A',
    status: 400,
    answer: noRecords,
  }),
  listed('a date that is none', 'date_from=yesterday', {
    evidence: 'A',
    status: 400,
    answer: invalidValue('date_from', 'yesterday'),
  }),
  listed('an offset that is none', 'offset=-1', {
    evidence: 'A',
    status: 400,
    answer: invalidValue('offset', '-1'),
  }),
];

const one: readonly Row[] = [
  managed('the mail', `GET ${path}/email-reference/{reference}`, undefined, {
    evidence: 'D',
    status: 200,
    eventually: true,
    answer: {
      data: {
        ...log,
        email_delivery_details: { delivered: [{ recipient: '{to}', time: '<zoned time>' }] },
      },
      status: 'success',
    },
  }),
  managed('one that is not there', `GET ${path}/email-reference/unknown`, undefined, {
    evidence: 'A',
    status: 400,
    answer: noRecords,
  }),
];

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Email logs”. */
export const logTables: readonly Table[] = [
  [`GET ${path}`, list],
  [`GET ${path}/email-reference/{email_reference}`, one],
];
