import { type Row, refused } from '../row.ts';
import { mail } from './mail.ts';

/** What the service answers to requests that reach no endpoint. Production's own bodies there are unknown. */
export const http: readonly Row[] = [
  { title: 'an unknown path', evidence: 'A', request: { path: '/v1.1/nowhere', body: mail }, status: 404 },
  { title: 'the root', evidence: 'A', request: { method: 'GET', path: '/' }, status: 404 },
  {
    title: 'a method that sending does not answer',
    evidence: 'A',
    request: { method: 'PUT', path: '/v1.1/email', body: mail },
    status: 405,
  },
  {
    title: 'a mail over 15 MB',
    evidence: 'A',
    request: { path: '/v1.1/email', body: { ...mail, textbody: 'x'.repeat(15 * 1024 * 1024) } },
    status: 400,
    answer: refused('TM_8001', 'Limit Exceeded', { code: 'SM_129', message: 'Maximum size exceeded' }),
  },
  {
    title: 'a request of 24 MB',
    evidence: 'A',
    request: { path: '/v1.1/email', body: { ...mail, textbody: 'x'.repeat(24 * 1024 * 1024) } },
    status: 413,
  },
];
