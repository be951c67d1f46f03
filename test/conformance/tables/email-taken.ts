import { type Evidence, type Row, liveHeaders, received } from '../row.ts';
import { content, mail, posted } from './mail.ts';

function taken(title: string, evidence: Evidence, changes: Readonly<Record<string, unknown>>): Row {
  return posted(title, changes, { evidence, status: 201, answer: received });
}

function sentWith(title: string, evidence: Evidence, headers: Record<string, string>, query = ''): Row {
  return {
    title,
    evidence,
    request: { path: `/v1.1/email${query}`, headers, body: mail },
    status: 201,
    answer: received,
  };
}

const otherMailbox = [{ email_address: { address: '{to}', name: 'Devin' } }];

/** POST /v1.1/email, mails that are taken (https://www.zoho.com/zeptomail/help/api/email-sending.html). */
export const emailTaken: readonly Row[] = [
  { ...taken('a mail with an HTML body', 'R', {}), answerHeaders: liveHeaders },
  taken('a mail with a text body alone', 'D', { htmlbody: undefined, textbody: 'Hello' }),
  {
    title: 'a comma too many, as in the documentation’s program for PHP',
    evidence: 'A',
    request: { path: '/v1.1/email', body: `${JSON.stringify(mail).slice(0, -1)},}` },
    status: 201,
    answer: received,
  },
  taken('a mail with both bodies', 'D', { textbody: 'Hello' }),
  taken('the documented sample’s fields', 'D', {
    cc: otherMailbox,
    reply_to: [{ address: '{from}', name: 'Kevin' }],
    track_clicks: true,
    track_opens: true,
    client_reference: 'reference',
    mime_headers: { message: 'value' },
  }),
  taken('empty lists', 'R', { cc: [], bcc: [], reply_to: [] }),
  taken('empty names', 'C', {
    from: { address: '{from}', name: '' },
    to: [{ email_address: { address: '{to}', name: '' } }],
  }),
  taken('addresses without names', 'D', {
    from: { address: '{from}' },
    to: [{ email_address: { address: '{to}' } }],
  }),
  taken('a recipient in cc alone', 'D', { to: undefined, cc: otherMailbox }),
  taken('a recipient in bcc alone', 'D', { to: undefined, bcc: otherMailbox }),
  taken('a name of 250 characters', 'D', { from: { address: '{from}', name: 'x'.repeat(250) } }),
  taken('a subject of 500 characters', 'D', { subject: 'x'.repeat(500) }),
  taken('a subject in any script', 'A', { subject: 'Größe – 発注 ✉️' }),
  taken('an attachment in base64', 'D', {
    attachments: [{ content, mime_type: 'application/pdf', name: 'invoice.pdf' }],
  }),
  taken('a media type that does not fit the file', 'R', {
    attachments: [{ content, mime_type: 'plain/text', name: 'invoice.pdf' }],
  }),
  taken('an attachment with a file name of 150 characters', 'D', {
    attachments: [{ content, mime_type: 'text/plain', name: `${'x'.repeat(146)}.txt` }],
  }),
  taken('60 attachments', 'D', {
    attachments: Array.from({ length: 60 }, (_, index) => ({
      content,
      mime_type: 'text/plain',
      name: `${index}.txt`,
    })),
  }),
  taken('an inline image', 'D', {
    htmlbody: '<img src="cid:logo">',
    inline_images: [{ content, mime_type: 'image/png', cid: 'logo' }],
  }),
  taken('an inline image with a name, as Symfony’s client sends it', 'C', {
    htmlbody: '<img src="cid:logo">',
    inline_images: [{ content, mime_type: 'image/png', cid: 'logo', name: 'logo.png' }],
  }),
  taken('header fields of one’s own', 'D', {
    mime_headers: { 'X-Test': 'test', 'List-Unsubscribe': '<https://zylker.com/unsubscribe>' },
  }),
  taken('merge variables, which nothing replaces here', 'A', {
    htmlbody: '<p>{{contact}}</p>',
    merge_info: { contact: 'Paul' },
  }),
  sentWith('a query string is passed over', 'T', {}, '?https://'),
  sentWith('the scheme of the token in lower case', 'D', { Authorization: 'zoho-enczapikey {token}' }),
  sentWith('JSON that says it is text, as the SDK up to 6 sends it', 'T', {
    'Content-Type': 'text/plain;charset=UTF-8',
  }),
  sentWith('JSON that says it is a form', 'C', { 'Content-Type': 'application/x-www-form-urlencoded' }),
  sentWith('JSON whose type is nonsense', 'A', { 'Content-Type': 'nonsense' }),
  sentWith('JSON with a charset', 'C', { 'Content-Type': 'application/json; charset=utf-8' }),
];
