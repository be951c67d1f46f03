import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

const welcome = {
  template_name: 'Welcome',
  template_alias: 'welcome',
  subject: 'Hello {{name}}',
  htmlbody: '<b>Hello {{name}}</b>',
};

test('templates are uploaded, listed, read, changed and deleted', async () => {
  const office = await ManagedOffice.open();
  const path = `/v1.1/mailagents/${office.agent.key}/templates`;
  const made = await office.ask('POST', path, welcome);
  expect(made.body).toMatchObject({
    data: [
      { htmlbody: welcome.htmlbody, template_name: 'Welcome', template_size: 21, subject: welcome.subject },
    ],
    message: 'OK',
    object: 'templates',
  });
  const key: string = made.body.data[0].template_key;
  const { ledger } = office.served.postOffice;
  expect(ledger.templates.list(office.agent.id)).toMatchObject([{ key, alias: 'welcome' }]);

  const list = await office.ask('GET', `${path}?offset=0&limit=10`);
  expect(list.body).toMatchObject({
    metadata: { offset: 0, count: 1, limit: 10 },
    data: [{ template_key: key, template_alias: 'welcome' }],
  });

  await office.ask('PUT', `${path}/${key}`, { subject: 'Good day', textbody: 'Good day' });
  expect((await office.ask('GET', `/v1.1/agents/${office.agent.key}/templates/${key}`)).body).toMatchObject({
    data: {
      htmlbody: welcome.htmlbody,
      textbody: 'Good day',
      subject: 'Good day',
      attachments: [],
      template_alias: 'welcome',
      sample_merge_info: {},
    },
  });

  expect((await office.ask('DELETE', `${path}/${key}`)).status).toBe(204);
  expect(ledger.templates.list(office.agent.id)).toEqual([]);
  expect((await office.ask('GET', `${path}/${key}`)).body.error).toMatchObject({
    code: 'MTR_107',
    message: 'Template not found',
  });
});

test('a template without name, subject or body, with a taken alias or broken tags is refused', async () => {
  const office = await ManagedOffice.open();
  const path = `/v1.1/agents/${office.agent.key}/templates`;
  await office.ask('POST', path, welcome);
  const code = async (changes: object) =>
    (await office.ask('POST', path, { ...welcome, ...changes })).body.error;
  expect(await code({ template_name: null })).toMatchObject({ code: 'GE_102', field: 'template_name' });
  expect(await code({ subject: '' })).toMatchObject({ code: 'GE_102', field: 'subject' });
  expect(await code({ template_alias: 'x', htmlbody: null })).toMatchObject({
    code: 'GE_102',
    field: 'htmlbody',
  });
  expect(await code({})).toMatchObject({ field: 'template_alias' });
  expect(await code({ template_alias: 'x', htmlbody: '{{#open}}' })).toMatchObject({
    code: 'GE_101',
    field: 'htmlbody',
  });
});
