import { type Row, received, refused } from '../row.ts';
import { mail, posted } from './mail.ts';

/** The documented answer; that it comes with 201 is assumed. */
const uploaded = {
  file_cache_key: '<h1>',
  data: [{ code: 'fm_101', additional_info: [], message: 'File uploaded successfully' }],
  message: 'OK',
  object: 'file',
} as const;

type Rest = Omit<Row, 'title' | 'request'>;

function upload(title: string, name: string, body: unknown, rest: Rest): Row {
  const headers: Record<string, string> = typeof body === 'string' ? { 'Content-Type': 'text/plain' } : {};
  return { title, request: { path: `/v1.1/files?name=${name}`, headers, body }, ...rest };
}

function form(): FormData {
  const files = new FormData();
  files.set('file', new Blob(['hello'], { type: 'image/png' }), 'logo.png');
  return files;
}

/** POST /v1.1/files (https://www.zoho.com/zeptomail/help/api/file-upload.html), and mails with files from the cache. */
export const files: readonly Row[] = [
  upload('a file as the body', 'logo.jpg', 'hello', { evidence: 'D', status: 201, answer: uploaded }),
  upload('a file in a form, as the Rust client sends it', 'logo.png', form(), {
    evidence: 'C',
    status: 201,
    answer: uploaded,
  }),
  upload('a file without a name', '', 'hello', {
    evidence: 'A',
    status: 400,
    answer: refused('TM_3201', 'Mandatory Field missing', {
      code: 'GE_102',
      message: 'Mandatory field found empty',
      target: 'name',
    }),
  }),
  upload('a file without content', 'empty.txt', '', {
    evidence: 'A',
    status: 400,
    answer: refused('TM_3301', 'Bad Syntax', {
      code: 'SM_101',
      message: 'Invalid value found',
      target: 'content',
    }),
  }),
  upload('a file over 15 MB', 'large.txt', 'x'.repeat(15 * 1024 * 1024 + 1), {
    evidence: 'A',
    status: 400,
    answer: refused('TM_8001', 'Limit Exceeded', {
      code: 'SM_129',
      message: 'Maximum size exceeded',
      target: 'content',
    }),
  }),
  upload('a file of a blocked type', 'setup.exe', 'hello', {
    evidence: 'A',
    status: 422,
    answer: refused('TM_3501', 'Unprocessable Entity', {
      message: 'File type not supported',
      target: 'name',
      target_value: 'setup.exe',
    }),
  }),
  {
    title: 'a file without a token',
    evidence: 'D',
    request: { path: '/v1.1/files?name=logo.jpg', headers: { Authorization: '' }, body: 'hello' },
    status: 401,
    answer: refused('TM_4001', 'Access Denied', { code: 'SERR_157', message: 'Invalid API Token found' }),
  },
  posted(
    'a mail with an attachment from the cache',
    { attachments: [{ file_cache_key: '{file}' }] },
    { evidence: 'D', status: 201, answer: received },
  ),
  posted(
    'a mail with an attachment from the cache under another name',
    { attachments: [{ file_cache_key: '{file}', name: 'terms.txt' }] },
    { evidence: 'D', status: 201, answer: received },
  ),
  posted(
    'a mail with an inline image from the cache',
    { htmlbody: '<img src="cid:logo">', inline_images: [{ file_cache_key: '{file}', cid: 'logo' }] },
    { evidence: 'D', status: 201, answer: received },
  ),
  {
    title: 'a mail with a file that the cache has not',
    evidence: 'A',
    request: { path: '/v1.1/email', body: { ...mail, attachments: [{ file_cache_key: 'unknown' }] } },
    status: 422,
    answer: refused('TM_3501', 'Unprocessable Entity', {
      code: 'UE_106',
      message: 'Invalid file cache key',
      target: 'attachments[0].file_cache_key',
      target_value: 'unknown',
    }),
  },
];
