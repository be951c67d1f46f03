import type { Table } from '../row.ts';
import { batchSending } from './batch.ts';
import { emailRefused } from './email-refused.ts';
import { emailTaken } from './email-taken.ts';
import { files } from './files.ts';
import { http } from './http.ts';
import { templateBatchSending, templateSending } from './template.ts';
import { transition } from './transition.ts';

/** The endpoints that take a send mail token. */
export const sending: readonly Table[] = [
  ['POST /v1.1/email takes', emailTaken],
  ['POST /v1.1/email refuses', emailRefused],
  ['POST /v1.1/email/batch', batchSending],
  ['POST /v1.1/email/template', templateSending],
  ['POST /v1.1/email/template/batch', templateBatchSending],
  ['POST /v1.1/files', files],
  ['mail in the shape of other services', transition],
  ['anything else is refused', http],
];
