import { type Row, received, refused } from '../row.ts';
import { mail } from './mail.ts';

type Rest = Omit<Row, 'title' | 'request'>;
type Changes = Readonly<Record<string, unknown>>;

/** The documented sample, without what the template supplies. */
const sample = {
  template_key: '{template}',
  from: mail.from,
  to: mail.to,
  merge_info: { contact: '98********', company: 'Zylker' },
};

function sent(title: string, path: string, changes: Changes, rest: Rest): Row {
  return { title, request: { path: `/v1.1/email/${path}`, body: { ...sample, ...changes } }, ...rest };
}

function taken(title: string, evidence: Row['evidence'], changes: Changes): Row {
  return sent(title, 'template', changes, { evidence, status: 201, answer: received });
}

function takenAsBatch(title: string, evidence: Row['evidence'], changes: Changes): Row {
  const answer = { ...received, request_id: '<b1>' };
  return sent(title, 'template/batch', changes, { evidence, status: 201, answer });
}

/** Status, codes and texts are recorded; that the key stands beside them is assumed. */
function notFound(path: string): Row {
  const detail = { code: 'MTR_107', message: 'Template not found', target_value: 'unknown' };
  return sent(
    'a template that is not there',
    path,
    { template_key: 'unknown' },
    {
      evidence: 'A',
      status: 422,
      answer: refused('TM_3501', 'Unprocessable Entity', detail),
    },
  );
}

/** POST /v1.1/email/template (https://www.zoho.com/zeptomail/help/api/email-templates.html). */
export const templateSending: readonly Row[] = [
  taken('the documented sample', 'D', {
    cc: [{ email_address: { address: '{to}', name: 'Rebecca' } }],
    reply_to: [{ address: '{from}', name: 'Kevin' }],
    client_reference: 'reference',
    mime_headers: { 'X-Test': 'test' },
  }),
  taken('no merge variables', 'A', { merge_info: undefined }),
  taken('the older name of the key, as the Ruby client sends it', 'R', {
    template_key: undefined,
    mail_template_key: '{template}',
  }),
  taken('merge variables as a JSON string, as the Ruby client sends them', 'C', {
    merge_info: JSON.stringify(sample.merge_info),
  }),
  notFound('template'),
  sent(
    'no template',
    'template',
    { template_key: undefined },
    {
      evidence: 'A',
      status: 400,
      answer: refused('TM_3201', 'Mandatory Field missing', {
        code: 'GE_102',
        message: 'Mandatory field found empty',
        target: 'Mail Template Key',
      }),
    },
  ),
];

/** POST /v1.1/email/template/batch (https://www.zoho.com/zeptomail/help/api/batch-email-templates.html). */
export const templateBatchSending: readonly Row[] = [
  takenAsBatch('merge variables for each recipient, with those for all behind them', 'D', {
    to: [
      { email_address: { address: '{to}', name: 'Paul' }, merge_info: { contact: '98***' } },
      { email_address: { address: '{to}', name: 'George' } },
    ],
  }),
  takenAsBatch('merge variables for all recipients alone', 'D', {}),
  notFound('template/batch'),
];
