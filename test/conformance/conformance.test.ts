import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertNonNullable } from '#shared/assert.ts';
import { ask, expected } from './ask.ts';
import { type Row, evidence } from './row.ts';
import { type Service, openService } from './service.ts';
import { batchSending } from './tables/batch.ts';
import { emailRefused } from './tables/email-refused.ts';
import { emailTaken } from './tables/email-taken.ts';
import { files } from './tables/files.ts';
import { http } from './tables/http.ts';
import { templateBatchSending, templateSending } from './tables/template.ts';
import { transition } from './tables/transition.ts';

/** Every answer of the sending API, one table after the other; CONTRIBUTING.md says how to put them to the real service. */
const tables: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['POST /v1.1/email takes', emailTaken],
  ['POST /v1.1/email refuses', emailRefused],
  ['POST /v1.1/email/batch', batchSending],
  ['POST /v1.1/email/template', templateSending],
  ['POST /v1.1/email/template/batch', templateBatchSending],
  ['POST /v1.1/files', files],
  ['mail in the shape of other services', transition],
  ['anything else is refused', http],
];

const holder: { service?: Service } = {};
beforeAll(async () => {
  holder.service = await openService();
});
afterAll(() => holder.service?.close());

describe.each(tables)('%s', (_, rows) => {
  test.for(rows.map((row) => ({ ...row, shown: titleOf(row) })))('$shown', async (row, { skip }) => {
    const { service } = holder;
    assertNonNullable(service, 'it was opened before the first row');
    skip(row.needs !== undefined && service.words[row.needs] === undefined, `needs {${row.needs}}`);
    const answer = await ask(service, row.request);
    expect(answer, answer.text).toMatchObject(expected(row, service));
  });
});

function titleOf(row: Row): string {
  const needs = row.needs === undefined ? '' : ` (needs {${row.needs}})`;
  return `${row.title}: ${row.status} [${row.evidence}, ${evidence[row.evidence]}]${needs}`;
}
