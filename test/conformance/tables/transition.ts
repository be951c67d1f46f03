import { type Row, received, refused } from '../row.ts';

/** The shortest mail in each service's shape. */
const personalized = {
  from: { email: '{from}', name: 'Paula' },
  personalizations: [{ to: [{ email: '{to}', name: 'Sara' }] }],
  subject: 'Account Confirmation',
  content: [{ type: 'text/html', value: '<b>Hello</b>' }],
};
const postmark = { From: 'Paula <{from}>', To: 'Sara <{to}>', Subject: 'Hello', HtmlBody: '<b>Hello</b>' };
const mailgun = { from: 'Paula <{from}>', to: 'Sara <{to}>', subject: 'Hello', text: 'Hello' };
const simple = { Subject: { Data: 'Hello' }, Body: { Html: { Data: '<b>Hello</b>' } } };
const amazonSes = {
  FromEmailAddress: 'Paula <{from}>',
  Destination: { ToAddresses: ['Sara <{to}>'] },
  Content: { Simple: simple },
};
const message = {
  from_email: '{from}',
  from_name: 'Paula',
  to: [{ email: '{to}', name: 'Sara', type: 'to' }],
  subject: 'Hello',
  html: '<b>Hello</b>',
};

/** ZeptoMail's pages show the requests, but no answer: that it is the answer of /v1.1/email is assumed. */
function taken(title: string, shape: string, body: unknown): Row {
  return {
    title,
    evidence: 'A',
    request: { path: `/v1.1/${shape}/email`, body },
    status: 201,
    answer: received,
  };
}

function noSubject(title: string, shape: string, target: string, body: unknown): Row {
  const detail = { code: 'GE_102', message: 'Mandatory field found empty', target };
  return {
    title,
    evidence: 'A',
    request: { path: `/v1.1/${shape}/email`, body },
    status: 400,
    answer: refused('TM_3201', 'Mandatory Field missing', detail),
  };
}

function noAddress(title: string, shape: string, target: string, body: unknown): Row {
  const detail = {
    code: 'SM_113',
    message: 'Invalid email address',
    target,
    target_value: 'jane',
    inner_error: { code: 'SMI_116', message: 'No valid recipients found' },
  };
  return {
    title,
    evidence: 'A',
    request: { path: `/v1.1/${shape}/email`, body },
    status: 401,
    answer: refused('TM_4001', 'Access Denied', detail),
  };
}

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.set(name, value);
  }
  return form;
}

/** POST /v1.1/<shape>/email, bodies as other services take them (https://www.zoho.com/zeptomail/help/api/api-index.html). */
export const transition: readonly Row[] = [
  taken('a mail in SendGrid’s shape', 'sg', personalized),
  {
    ...taken('two mails in SendGrid’s shape, with one answer', 'sg', {
      ...personalized,
      personalizations: [...personalized.personalizations, { to: [{ email: '{to}' }], subject: 'Another' }],
    }),
    answer: { ...received, request_id: '<b1>' },
  },
  taken('a mail in MailChannels’ shape', 'mc', personalized),
  taken('a mail in Postmark’s shape', 'pm', postmark),
  taken('a mail in Mailgun’s shape, as a form with parts', 'mg', multipart(mailgun)),
  taken('a mail in Mailgun’s shape, urlencoded', 'mg', new URLSearchParams(mailgun)),
  taken('a mail in Amazon SES’ shape', 'as', amazonSes),
  taken('a mail in Mandrill’s shape', 'md', { message }),
  noSubject('no subject in SendGrid’s shape', 'sg', 'subject', { ...personalized, subject: undefined }),
  noSubject('no subject in MailChannels’ shape', 'mc', 'subject', { ...personalized, subject: undefined }),
  noSubject('no subject in Postmark’s shape', 'pm', 'Subject', { ...postmark, Subject: undefined }),
  noSubject('no subject in Mailgun’s shape', 'mg', 'subject', multipart({ ...mailgun, subject: '' })),
  noSubject('no subject in Amazon SES’ shape', 'as', 'Content.Simple.Subject.Data', {
    ...amazonSes,
    Content: { Simple: { ...simple, Subject: undefined } },
  }),
  noSubject('no subject in Mandrill’s shape', 'md', 'message.subject', {
    message: { ...message, subject: undefined },
  }),
  noAddress('no address in SendGrid’s shape', 'sg', 'personalizations[0].to', {
    ...personalized,
    personalizations: [{ to: [{ email: 'jane' }] }],
  }),
  noAddress('no address in Postmark’s shape', 'pm', 'To', { ...postmark, To: 'jane' }),
  noAddress('no address in Mailgun’s shape', 'mg', 'to|cc|bcc', multipart({ ...mailgun, to: 'jane' })),
  noAddress('no address in Amazon SES’ shape', 'as', 'Destination.ToAddresses', {
    ...amazonSes,
    Destination: { ToAddresses: ['jane'] },
  }),
  noAddress('no address in Mandrill’s shape', 'md', 'message.to', {
    message: { ...message, to: [{ email: 'jane' }] },
  }),
  {
    title: 'no token',
    evidence: 'U',
    request: { path: '/v1.1/sg/email', headers: { Authorization: '' }, body: personalized },
    status: 401,
    answer: refused('TM_4001', 'Access Denied', { code: 'SERR_157', message: 'Invalid API Token found' }),
  },
];
