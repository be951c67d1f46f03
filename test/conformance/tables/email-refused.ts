import { type Evidence, type Row, liveHeaders, refused } from '../row.ts';
import { content, mail, posted } from './mail.ts';

type Changes = Readonly<Record<string, unknown>>;

function missing(title: string, evidence: Evidence, target: string, changes: Changes): Row {
  const detail = { code: 'GE_102', message: 'Mandatory field found empty', target };
  return posted(title, changes, {
    evidence,
    status: 400,
    answer: refused('TM_3201', 'Mandatory Field missing', detail),
  });
}

/** Whichever of the three it is. */
const anyRecipient = 'to|cc|bcc';
const nobody = { code: 'SMI_116', message: 'No valid recipients found' };

function denied(title: string, evidence: Evidence, target: string, value: string, changes: Changes): Row {
  const detail = {
    code: 'SM_113',
    message: 'Invalid email address',
    target,
    target_value: value,
    ...(target === anyRecipient ? { inner_error: nobody } : {}),
  };
  return posted(title, changes, {
    evidence,
    status: 401,
    answer: refused('TM_4001', 'Access Denied', detail),
  });
}

function unauthorized(title: string, evidence: Evidence, authorization: string): Row {
  return {
    title,
    evidence,
    request: { path: '/v1.1/email', headers: { Authorization: authorization }, body: mail },
    status: 401,
    answer: refused('TM_4001', 'Access Denied', { code: 'SERR_157', message: 'Invalid API Token found' }),
  };
}

function unreadable(title: string, body: string): Row {
  return {
    title,
    evidence: 'A',
    request: { path: '/v1.1/email', body },
    status: 400,
    answer: refused('TM_3301', 'Bad Syntax', { code: 'SM_101', message: 'Invalid JSON' }),
  };
}

function tooMuch(title: string, code: string, target: string, more: Changes, changes: Changes): Row {
  const message = code === 'SM_127' ? 'Maximum count exceeded' : 'Maximum length exceeded';
  return posted(title, changes, {
    evidence: 'A',
    status: 400,
    answer: refused('TM_8001', 'Limit Exceeded', { code, message, target, ...more }),
  });
}

const longName = 'x'.repeat(251);
const longNames = { target_value: `${'x'.repeat(200)}…` };

/** POST /v1.1/email, mails that are refused (https://www.zoho.com/zeptomail/help/api/error-codes.html). */
export const emailRefused: readonly Row[] = [
  { ...unauthorized('no Authorization header', 'U', ''), answerHeaders: liveHeaders },
  unauthorized('an unknown token', 'U', 'Zoho-enczapikey wrong'),
  unauthorized('a token without its prefix', 'U', '{token}'),
  unauthorized('a token with its prefix twice', 'U', 'Zoho-enczapikey Zoho-enczapikey {token}'),
  unauthorized('a token under another scheme', 'U', 'Bearer {token}'),

  missing('no subject', 'C', 'subject', { subject: undefined }),
  missing('an empty subject', 'C', 'subject', { subject: '' }),
  missing('no sender', 'A', 'from', { from: undefined }),
  missing('nobody in to, cc and bcc', 'A', 'to', { to: [] }),
  missing('no body', 'A', 'htmlbody', { htmlbody: undefined }),
  missing('an attachment without content', 'A', 'attachments[0].content', {
    attachments: [{ mime_type: 'text/plain', name: 'a.txt' }],
  }),

  unreadable('no JSON', 'from=a'),
  unreadable('a list instead of an object', '[]'),
  posted(
    'a key that ZeptoMail does not know',
    { headers: { 'X-Test': 'test' } },
    {
      evidence: 'U',
      status: 400,
      answer: refused('TM_3301', 'Bad Syntax', {
        code: 'GE_121',
        message: 'An extra key found in the input value',
        target: '[headers]',
      }),
    },
  ),
  posted(
    'a media type that is none',
    { attachments: [{ content, mime_type: 'pdf', name: 'invoice.pdf' }] },
    {
      evidence: 'A',
      status: 400,
      answer: refused('TM_3301', 'Bad Syntax', {
        code: 'SM_120',
        message: 'Invalid mime type',
        target: 'attachments[0].mime_type',
        target_value: 'pdf',
      }),
    },
  ),

  posted(
    'a file type that ZeptoMail takes nowhere',
    { attachments: [{ content, mime_type: 'application/octet-stream', name: 'setup.exe' }] },
    {
      evidence: 'A',
      status: 422,
      answer: refused('TM_3501', 'Unprocessable Entity', {
        message: 'File type not supported',
        target: 'attachments[0].name',
        target_value: 'setup.exe',
      }),
    },
  ),

  denied('a recipient that is no address', 'U', anyRecipient, 'jane', {
    to: [{ email_address: { address: 'jane' } }],
  }),
  denied('a cc recipient that is no address', 'U', anyRecipient, 'jane', {
    cc: [{ email_address: { address: 'jane' } }],
  }),
  denied('a bcc recipient that is no address', 'U', anyRecipient, 'jane', {
    bcc: [{ email_address: { address: 'jane' } }],
  }),
  denied('a reply address that is none', 'A', 'reply_to', 'help', { reply_to: [{ address: 'help' }] }),
  denied('a sender that is no address', 'A', 'from', 'paula', { from: { address: 'paula' } }),
  denied('a bounce address that is not the agent’s', 'A', 'bounce_address', 'bounce@elsewhere.example', {
    bounce_address: 'bounce@elsewhere.example',
  }),
  posted(
    'a sender whose domain is not the agent’s',
    { from: { address: 'paula@elsewhere.example' } },
    {
      evidence: 'A',
      status: 401,
      answer: refused('TM_4001', 'Access Denied', {
        code: 'SM_111',
        message: 'Sender domain is not verified',
        target: 'from',
        target_value: 'paula@elsewhere.example',
      }),
    },
  ),

  tooMuch(
    '501 recipients',
    'SM_127',
    'to',
    {},
    {
      to: Array.from({ length: 501 }, (_, index) => ({
        email_address: { address: `r${index}@elsewhere.example` },
      })),
    },
  ),
  tooMuch(
    '61 attachments',
    'SM_127',
    'attachments',
    {},
    {
      attachments: Array.from({ length: 61 }, (_, index) => ({
        content,
        mime_type: 'text/plain',
        name: `${index}.txt`,
      })),
    },
  ),
  tooMuch('a sender’s name of 251 characters', 'SM_129', 'from', longNames, {
    from: { address: '{from}', name: longName },
  }),
  tooMuch('a recipient’s name of 251 characters', 'SM_129', 'to', longNames, {
    to: [{ email_address: { address: '{to}', name: longName } }],
  }),
  tooMuch('a subject of 501 characters', 'SM_129', 'subject', longNames, { subject: 'x'.repeat(501) }),
  tooMuch(
    'a file name of 151 characters',
    'SM_129',
    'attachments[0].name',
    { target_value: 'x'.repeat(151) },
    {
      attachments: [{ content, mime_type: 'text/plain', name: 'x'.repeat(151) }],
    },
  ),
];
