import { expect, test } from 'vitest';
import { exportLifeMs } from '../../../electron/ledger/exports.ts';
import { ManagedOffice } from '../../support/managed-office.ts';

async function send(office: ManagedOffice, changes: object = {}): Promise<string> {
  const indexed = office.served.next('message.indexed');
  const response = await fetch(`${office.url}/v1.1/email`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${office.agent.tokens[0]?.token}` },
    body: JSON.stringify({
      from: { address: 'orders@shop.test' },
      to: [{ email_address: { address: 'jane@customer.test' } }],
      subject: 'Your order',
      textbody: 'Thank you',
      ...changes,
    }),
  });
  expect(response.status).toBe(201);
  await indexed;
  return ((await response.json()) as { request_id: string }).request_id;
}

async function download(office: ManagedOffice, list: string, wish: object = {}): Promise<string> {
  const made = await office.ask('POST', `/v1.1/${list}/exports`, wish);
  expect(made.status).toBe(200);
  const { export_id: id } = made.body.data;
  return (await office.ask('GET', `/v1.1/${list}/exports/${id}/download`)).text;
}

test('an export is made, listed in the documented shape, downloaded and deleted', async () => {
  const office = await ManagedOffice.open();
  const requestId = await send(office);
  const path = '/v1.1/mail-logs/exports';
  const made = await office.ask('POST', path, { mailagent_key: office.agent.key });
  const row = made.body.data;
  expect(Object.keys(row)).toEqual([
    'created_time',
    'export_type',
    'modified_time',
    'is_content_included',
    'file_status',
    'file_name',
    'is_downloaded',
    'export_id',
    'search_query',
    'expiry_time',
    'created_by',
    'file_size',
  ]);
  expect(row).toMatchObject({
    export_type: 'mail-logs',
    is_downloaded: false,
    search_query: { mailagent_key: office.agent.key },
  });
  expect((await office.ask('GET', path)).body).toEqual({ data: [row], status: 'success' });
  expect((await office.ask('GET', '/v1.1/activity-logs/exports')).body.data).toEqual([]);

  const recorded = office.served.next('activity.recorded', ({ entry }) =>
    entry.summary.includes('/download'),
  );
  const file = await office.ask('GET', `${path}/${row.export_id}/download`);
  // The activity tells of the file, and does not hold it once more.
  const { entry } = await recorded;
  const { session } = (await office.served.ask('GET', `/api/activity/${entry.id}`)).body;
  expect(session.response.body).toBe(`(${row.file_name}, ${row.file_size} bytes)`);
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${row.file_name}"`);
  expect(Buffer.byteLength(file.text)).toBe(row.file_size);
  const [head, line, end] = file.text.split('\r\n');
  expect(head).toMatch(/^request_id,email_reference,mailagent_key,status,subject,/);
  expect(line).toContain(`${requestId},${requestId}@shop.test,${office.agent.key},delivered,Your order,`);
  expect(end).toBe('');
  expect((await office.ask('GET', path)).body.data).toMatchObject([{ is_downloaded: true }]);

  const unknown = `${path}?export_ids=${row.export_id},unknown`;
  expect((await office.ask('DELETE', unknown)).body.error.code).toBe('GE_124');
  expect((await office.ask('DELETE', path)).body.error.code).toBe('GE_102');
  expect((await office.ask('DELETE', `${path}?export_ids=${row.export_id}`)).status).toBe(204);
  expect((await office.ask('GET', path)).body.data).toEqual([]);
  expect((await office.ask('GET', `${path}/${row.export_id}/download`)).body.error.code).toBe('GE_124');
});

test('cells are quoted, and none of them is a formula', async () => {
  const office = await ManagedOffice.open();
  await send(office, { subject: '=HYPERLINK("http://evil.test","Look, here")' });
  await send(office, { subject: '-1 "quoted", with a comma' });
  const text = await download(office, 'mail-logs');
  expect(text).toContain(`,"'=HYPERLINK(""http://evil.test"",""Look, here"")",`);
  expect(text).toContain(`,"'-1 ""quoted"", with a comma",`);
});

test('filters choose the mails, and their texts come along when they are wished for', async () => {
  const office = await ManagedOffice.open();
  await send(office, { textbody: 'One\r\nTwo' });
  await send(office, { subject: 'Your invoice' });
  const text = await download(office, 'mail-logs', {
    search_query: { subject: 'order' },
    is_content_included: true,
  });
  expect(text).toContain(',content\r\n');
  expect(text).toMatch(/,"One\r?\nTwo\s*"\r\n$/);
  expect(text).not.toContain('Your invoice');
  const wrong = await office.ask('POST', '/v1.1/mail-logs/exports', { date_from: 'yesterday' });
  expect(wrong.body.error.code).toBe('GE_101');
});

test('the activity and the suppression list are exported as they are', async () => {
  const office = await ManagedOffice.open();
  await office.ask('POST', '/v1.1/suppressions/email', {
    action: 'reject',
    values: ['jane@customer.test'],
    description: 'Asked us, twice',
  });
  const list = await download(office, 'suppression-list');
  expect(list).toMatch(/\r\njane@customer\.test,email,reject,"Asked us, twice",manual,/);
  expect(await download(office, 'suppression-list', { search_value: 'bob' })).not.toContain('jane@');

  const recorded = office.served.next('activity.recorded', ({ entry }) => entry.outcome === 'refused');
  await office.ask('GET', '/v1.1/suppressions/email?mailagent_key=x');
  await recorded;
  const activity = await download(office, 'activity-logs', { mailagent_key: office.agent.key });
  expect(activity).toMatch(/^time,mailagent_key,door,peer,outcome,summary,held_mails,duration_ms\r\n/);
  expect(activity).toContain('/v1.1/suppressions/email');
});

test('an export expires after three days', async () => {
  const office = await ManagedOffice.open();
  const { exports } = office.served.postOffice.ledger;
  const wish = { type: 'mail-logs', name: 'a.csv', search: '{}', withContent: false, content: '' } as const;
  const at = new Date('2026-01-01T00:00:00Z');
  const old = exports.add(wish, at);
  expect(exports.list('mail-logs', new Date(at.getTime() + exportLifeMs - 1))).toEqual([old]);
  expect((await office.ask('GET', '/v1.1/mail-logs/exports')).body.data).toEqual([]);
});

test('exports need their own scope', async () => {
  const office = await ManagedOffice.open('strict', 'Zeptomail.Exports.READ');
  expect((await office.ask('GET', '/v1.1/mail-logs/exports')).status).toBe(200);
  expect((await office.ask('POST', '/v1.1/mail-logs/exports')).status).toBe(401);
});
