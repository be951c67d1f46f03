import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertNonNullable } from '#shared/assert.ts';
import { given, put } from './ask.ts';
import { type Row, evidence } from './row.ts';
import { type Service, openService } from './service.ts';
import { management } from './tables/management/tables.ts';
import { sending } from './tables/sending.ts';
import { wordsOf } from './words.ts';

/*
 * Every answer of the API, one table after the other and each row after the one above it, whose words it may speak;
 * CONTRIBUTING.md says how to put them to the real service.
 */

const holder: { service?: Service } = {};
beforeAll(async () => {
  holder.service = await openService();
});
afterAll(() => holder.service?.close());

describe.each([...sending, ...management])('%s', (_, rows) => {
  test.for(rows.map((row) => ({ ...row, shown: titleOf(row) })))('$shown', async (row, { skip }) => {
    const { service } = holder;
    assertNonNullable(service, 'it was opened before the first row');
    skip(row.changes === true && !service.mayChange, 'changes the account');
    skip(row.oursAlone === true && !service.isOwn, 'asks a person');
    const unknown = wordsOf(row).filter((name) => !service.words.has(name));
    skip(unknown.length > 0 && !service.isOwn, `needs ${unknown.join(', ')}`);
    expect(unknown, 'words that nobody gave').toEqual([]);

    const { answer, actual, expected } = await put(row, service);
    expect(actual, JSON.stringify(answer.body)).toEqual(expected);
    given(row, answer).forEach(([name, value]) => service.words.set(name, value));
  });
});

function titleOf({ title, status, evidence: mark }: Row): string {
  return `${title}: ${status} [${mark}, ${evidence[mark]}]`;
}
