import { expect, test } from 'vitest';
import type { Template } from '#shared/template.ts';
import { ApiOffice } from '../../support/api-office.ts';

const path = 'v1.1/email/template';
const to = ['ann', 'bob'].map((name) => ({ email_address: { address: `${name}@customer.test` } }));
const body = { from: { address: 'orders@shop.test' }, to, merge_info: { name: 'Ann <b>' } };

async function officeWithTemplate(mode: 'strict' | 'relaxed' = 'strict') {
  const office = await ApiOffice.open({ mode, domains: ['shop.test'] });
  const fields = {
    name: 'Welcome',
    alias: 'welcome',
    subject: 'Welcome {{name}}',
    html: '<p>{{name}} {{#items}}[{{this.title}}]{{/items}}</p>',
    text: '{{name}} {{missing}}',
    sampleMergeInfo: {},
  };
  const template: Template = office.ledger.templates.create(office.agent, fields, new Date());
  return { office, template };
}

test('one mail to all is made from a template', async () => {
  const { office, template } = await officeWithTemplate();
  const merge_info = { name: 'Ann <b>', items: [{ title: 'Shoe' }, { title: 'Hat' }] };
  const response = await office.send(
    { ...body, merge_info, template_key: template.key, client_reference: 'for {{name}}' },
    { path },
  );
  expect(response.status).toBe(201);
  const message = await office.message();
  expect(message).toMatchObject({
    subject: 'Welcome Ann <b>',
    text: 'Ann <b> ',
    to: to.map(({ email_address }) => email_address),
    sending: {
      clientReference: 'for Ann <b>',
      template: { key: template.key, name: 'Welcome' },
      missingVariables: ['missing'],
    },
    verdicts: [],
  });
  const html = await office.road.archive.html(message.id);
  expect(html?.html).toContain('<p>Ann &lt;b&gt; [Shoe][Hat]</p>');
});

test.each<[string, (template: Template) => object, string]>([
  ['its alias', () => ({ template_alias: 'welcome' }), path],
  ['its legacy name', ({ key }) => ({ mail_template_key: key }), path],
  ['merge_info in a string', ({ key }) => ({ template_key: key, merge_info: '{"name":"Ann <b>"}' }), path],
  ['the path of plain mail', ({ key }) => ({ template_key: key }), 'v1.1/email'],
  ['version 1.0', ({ key }) => ({ template_key: key, to: JSON.stringify(to) }), 'v1.0/email/template'],
])('a template is sent by %s', async (_, changes, sentTo) => {
  const { office, template } = await officeWithTemplate();
  const response = await office.send({ ...body, ...changes(template) }, { path: sentTo });
  expect(response.status).toBe(201);
  expect(await office.message()).toMatchObject({ subject: 'Welcome Ann <b>', verdicts: [] });
});

test('a batch from a template makes a mail for each', async () => {
  const { office, template } = await officeWithTemplate();
  const response = await office.send(
    {
      ...body,
      template_key: template.key,
      to: to.map((entry, n) => (n === 0 ? { ...entry, merge_info: { name: 'First' } } : entry)),
    },
    { path: 'v1.1/email/template/batch' },
  );
  expect(response.status).toBe(201);
  expect(((await response.json()) as { request_id: string }).request_id).toMatch(/\.b1\./);
  const subjects = [(await office.message(0)).subject, (await office.message(1)).subject];
  expect(subjects.toSorted((a, b) => a.localeCompare(b))).toEqual(['Welcome Ann <b>', 'Welcome First']);
});

test.each([
  ['names no template', {}, 400, 'TM_3201', { code: 'GE_102', target: 'Mail Template Key' }],
  [
    'names an unknown template',
    { template_key: '2d6f.0.k1.1.2' },
    422,
    'TM_3501',
    { code: 'MTR_107', message: 'Template not found' },
  ],
])('a body that %s is refused in both modes', async (_, changes, status, code, detail) => {
  for (const mode of ['strict', 'relaxed'] as const) {
    const { office } = await officeWithTemplate(mode);
    const response = await office.send({ ...body, ...changes }, { path });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, details: [detail] } });
  }
});

test('a relaxed agent holds the mail’s own text when its template is not there', async () => {
  const { office } = await officeWithTemplate('relaxed');
  const own = { ...body, template_key: 'none', subject: 'Own', textbody: 'Own text' };
  expect((await office.send(own, { path })).status).toBe(201);
  expect(await office.message()).toMatchObject({ subject: 'Own', verdicts: [{ subCode: 'MTR_107' }] });
});
