import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const welcome = {
  name: 'Welcome',
  alias: 'welcome',
  subject: 'Hello {{name}}',
  htmlbody: '<p>{{name}}, {{shop}}</p>',
  sampleMergeInfo: { name: 'Ann' },
};

async function openOffice() {
  const office = await ServedOffice.open();
  return { office, path: `/api/agents/${office.agent.id}/templates` };
}

test('a template is made, read, changed, copied and deleted', async () => {
  const { office, path } = await openOffice();
  const made = await office.ask('POST', path, welcome);
  expect(made).toMatchObject({ status: 201, body: { ...welcome, textbody: null } });
  const { key, createdAt } = made.body;
  expect(key).toContain(`.${office.agent.key}.k1.`);
  expect((await office.ask('GET', `${path}/${key}`)).body).toEqual(made.body);

  const changed = await office.ask('PATCH', `${path}/${key}`, { textbody: 'Hello', alias: null });
  expect(changed).toMatchObject({
    status: 200,
    body: { ...welcome, alias: null, textbody: 'Hello', createdAt },
  });

  const copy = await office.ask('POST', `${path}/${key}/copy`);
  expect(copy).toMatchObject({ status: 201, body: { name: 'Welcome (copy)', alias: null } });
  const { body: list } = await office.ask('GET', path);
  expect(list.templates).toMatchObject([{ key: copy.body.key }, { key }]);
  expect(list.templates[0]).not.toHaveProperty('htmlbody');

  expect((await office.ask('DELETE', `${path}/${key}`)).status).toBe(204);
  expect((await office.ask('GET', `${path}/${key}`)).status).toBe(404);
});

test('a preview shows what a send would, and what is missing', async () => {
  const { office, path } = await openOffice();
  const asked = {
    subject: 'Hello {{name}}',
    htmlbody: '<p>{{name}}{{#rows}}{{this.cell}}{{/rows}}</p>',
    textbody: '{{name}} {{{shop}}}',
    mergeInfo: { name: '<Ann>', rows: [{ cell: 1 }, { cell: 2 }] },
  };
  expect((await office.ask('POST', `${path}/preview`, asked)).body).toEqual({
    subject: 'Hello <Ann>',
    html: '<p>&lt;Ann&gt;12</p>',
    text: '<Ann> ',
    missing: ['shop'],
    variables: ['name', 'rows', 'rows.cell', 'shop'],
  });
  const broken = await office.ask('POST', `${path}/preview`, { ...asked, htmlbody: '<p>{{name</p>' });
  expect(broken).toMatchObject({
    status: 200,
    body: {
      subject: 'Hello <Ann>',
      html: null,
      text: '<Ann> ',
      problem: { field: 'htmlbody', message: expect.stringMatching(/line 1, column 4/) },
    },
  });
});

test.each([
  ['a syntax error', { ...welcome, alias: null, textbody: '{{#a}}' }, 400, 'template.syntax', 'textbody'],
  ['neither HTML nor text', { ...welcome, alias: null, htmlbody: '' }, 400, 'template.no-body', 'htmlbody'],
  ['an alias that is taken', welcome, 409, 'template.alias-taken', 'alias'],
  ['no name', { ...welcome, name: ' ' }, 400, 'request.invalid', 'name'],
  ['an unknown field', { ...welcome, html: 'x' }, 400, 'request.invalid', 'html'],
])('%s is refused, and told at its field', async (_, body, status, code, field) => {
  const { office, path } = await openOffice();
  await office.ask('POST', path, welcome);
  expect(await office.ask('POST', path, body)).toMatchObject({ status, body: { error: { code, field } } });
});

test('an unknown template, and an unknown agent, are told', async () => {
  const { office, path } = await openOffice();
  for (const [method, place, body] of [
    ['GET', '/none'],
    ['PATCH', '/none', {}],
    ['DELETE', '/none'],
    ['POST', '/none/copy'],
  ] as const) {
    expect(await office.ask(method, `${path}${place}`, body)).toMatchObject({
      status: 404,
      body: { error: { code: 'template.not-found' } },
    });
  }
  expect((await office.ask('GET', '/api/agents/none/templates')).body.error.code).toBe('agent.not-found');
});
