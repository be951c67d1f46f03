import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const mail = 'From: sender@example.com\nTo: jane@example.com\nSubject: =HYPERLINK("x")\n\nThe words of it\n';

test('an export is made of one agent or of all, listed, downloaded and deleted', async () => {
  const office = await ServedOffice.open();
  const other = (await office.ask('POST', '/api/agents', { name: 'Other' })).body;
  await office.send(mail);
  const changed = office.next('exports.changed');
  const made = await office.ask('POST', '/api/exports', { type: 'mail-logs', withContent: true });
  expect(made).toMatchObject({
    status: 201,
    body: { type: 'mail-logs', withContent: true, isDownloaded: false, search: {} },
  });
  await changed;
  const { body: none } = await office.ask('POST', '/api/exports', { type: 'mail-logs', agent: other.id });
  expect(none.search).toEqual({ mailagent_key: other.key });
  const { exports } = (await office.ask('GET', '/api/exports')).body;
  expect(new Set(exports.map(({ id }: { id: string }) => id))).toEqual(new Set([made.body.id, none.id]));

  const answer = await office.fetch(`/api/exports/${made.body.id}/content`);
  expect(answer.headers.get('content-disposition')).toContain(made.body.name);
  const text = await answer.text();
  expect(text).toContain('The words of it');
  expect(text).toContain(`'=HYPERLINK`);
  expect(text.trim().split('\r\n')).toHaveLength(2);
  const empty = await (await office.fetch(`/api/exports/${none.id}/content`)).text();
  expect(empty.trim().split('\r\n')).toHaveLength(1);
  expect((await office.ask('GET', '/api/exports')).body.exports).toContainEqual(
    expect.objectContaining({ id: none.id, isDownloaded: true }),
  );

  expect((await office.ask('DELETE', `/api/exports/${none.id}`)).status).toBe(204);
  expect((await office.ask('DELETE', `/api/exports/${none.id}`)).body.error.code).toBe('export.not-found');
});

test.each([
  [{ type: 'messages' }, 400, 'type'],
  [{ type: 'suppression-list', withContent: true }, 400, 'withContent'],
  [{ type: 'mail-logs', agent: 'nobody' }, 404, undefined],
])('what cannot be exported is refused: %j', async (body, status, field) => {
  const office = await ServedOffice.open();
  const answer = await office.ask('POST', '/api/exports', body);
  expect([answer.status, answer.body.error.field]).toEqual([status, field]);
});
