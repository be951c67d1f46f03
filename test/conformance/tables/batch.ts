import { type Row, received, refused } from '../row.ts';
import { mail } from './mail.ts';

type Rest = Omit<Row, 'title' | 'request'>;
type Changes = Readonly<Record<string, unknown>>;

const sara = { email_address: { address: '{to}', name: 'Sara' } };
const batch = {
  ...mail,
  subject: 'Batch mail test',
  htmlbody: '<b>sample {{contact}} {{company}}</b>',
  textbody: 'sample',
};
const merge_info = { contact: '87***', company: 'Z fashions' };

function sent(title: string, changes: Changes, rest: Rest): Row {
  return { title, request: { path: '/v1.1/email/batch', body: { ...batch, ...changes } }, ...rest };
}

function taken(title: string, evidence: Row['evidence'], changes: Changes): Row {
  return sent(title, changes, { evidence, status: 201, answer: { ...received, request_id: '<b1>' } });
}

/** POST /v1.1/email/batch (https://www.zoho.com/zeptomail/help/api/batch-email-sending.html). */
export const batchSending: readonly Row[] = [
  taken('the documented sample', 'D', {
    to: [
      { ...sara, merge_info: { contact: '98***', company: 'Z fashions' } },
      { email_address: { address: '{to}', name: 'George' } },
    ],
    merge_info,
  }),
  taken('merge variables for all recipients alone', 'D', { merge_info }),
  taken('merge variables for one recipient alone', 'D', { to: [{ ...sara, merge_info }] }),
  taken('no merge variables', 'D', {}),
  taken('merge variables inside the address, as NamiLink’s client sends them', 'C', {
    to: [{ email_address: { ...sara.email_address, merge_info } }],
  }),
  sent(
    'no subject',
    { subject: undefined },
    {
      evidence: 'A',
      status: 400,
      answer: refused('TM_3201', 'Mandatory Field missing', {
        code: 'GE_102',
        message: 'Mandatory field found empty',
        target: 'subject',
      }),
    },
  ),
  sent(
    'a recipient that is no address',
    { to: [{ email_address: { address: 'jane' } }] },
    {
      evidence: 'U',
      status: 401,
      answer: refused('TM_4001', 'Access Denied', {
        code: 'SM_113',
        message: 'Invalid email address',
        target: 'to|cc|bcc',
        target_value: 'jane',
        inner_error: { code: 'SMI_116', message: 'No valid recipients found' },
      }),
    },
  ),
  sent(
    '501 recipients',
    {
      to: Array.from({ length: 501 }, (_, index) => ({
        email_address: { address: `r${index}@elsewhere.example` },
      })),
    },
    {
      evidence: 'A',
      status: 400,
      answer: refused('TM_8001', 'Limit Exceeded', {
        code: 'SM_127',
        message: 'Maximum count exceeded',
        target: 'to',
      }),
    },
  ),
];
