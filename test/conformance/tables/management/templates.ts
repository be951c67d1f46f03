import { more, number } from '../../placeholders.ts';
import type { Row, Table } from '../../row.ts';
import { failure, fieldEmpty, invalidValue, managed, noRecords } from './managed.ts';

const ok = { message: 'OK', object: 'templates' } as const;
const notFound = failure('MTR_107', 'Template not found');

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Templates”. */
export function templateTables(spelling: 'agents' | 'mailagents'): readonly Table[] {
  const path = `/v1.1/${spelling}/{agent}/templates`;
  const nobody = `/v1.1/${spelling}/0000000000000000/templates`;
  const alias = `welcome-${spelling}`;
  const welcome = {
    template_name: 'Welcome',
    template_alias: alias,
    subject: 'Hello {{name}}',
    htmlbody: '<b>Hello {{name}}</b>',
  };
  const facts = { template_name: 'Welcome', template_key: '<k1>' };
  const uploaded = {
    htmlbody: welcome.htmlbody,
    upload_time: '<time>',
    ...facts,
    template_size: 21,
    modified_time: '<time>',
    subject: welcome.subject,
  };
  const listed = {
    created_time: '<time>',
    ...facts,
    modified_time: '<time>',
    subject: welcome.subject,
    template_alias: alias,
  };
  const made = { evidence: 'D', status: 200, changes: true } as const;
  const refusedOne = (answer: object) => ({ evidence: 'A', status: 400, answer }) as const;

  const list: readonly Row[] = [
    managed('a new one', `POST ${path}`, welcome, {
      ...made,
      answer: { data: [uploaded], ...ok },
      gives: { mould: 'data.0.template_key' },
    }),
    managed('the list', `GET ${path}?offset=0&limit=10`, undefined, {
      ...made,
      answer: { metadata: { offset: 0, count: number, limit: 10 }, data: [listed, more], ...ok },
    }),
    managed('none of it', `GET ${path}?offset=0&limit=0`, undefined, {
      evidence: 'A',
      status: 200,
      answer: { metadata: { offset: 0, count: 0, limit: 0 }, data: [], ...ok },
    }),
    managed('a limit that is no number', `GET ${path}?limit=ten`, undefined, {
      ...refusedOne(invalidValue('limit', 'ten')),
    }),
    managed('an alias that is taken', `POST ${path}`, welcome, {
      ...refusedOne(failure('GE_101', 'Template alias already exists', 'template_alias', alias)),
      changes: true,
    }),
    managed(
      'no name',
      `POST ${path}`,
      { ...welcome, template_name: undefined },
      {
        ...refusedOne(fieldEmpty('template_name')),
      },
    ),
    managed(
      'no subject',
      `POST ${path}`,
      { ...welcome, subject: undefined },
      {
        ...refusedOne(fieldEmpty('subject')),
      },
    ),
    managed(
      'no body',
      `POST ${path}`,
      { ...welcome, template_alias: 'empty', htmlbody: undefined },
      {
        ...refusedOne(fieldEmpty('htmlbody')),
      },
    ),
    managed(
      'a body that is a number',
      `POST ${path}`,
      { ...welcome, htmlbody: 7 },
      {
        ...refusedOne(invalidValue('htmlbody', '7')),
      },
    ),
    managed(
      'a section that is not closed',
      `POST ${path}`,
      { ...welcome, htmlbody: '{{#open}}' },
      {
        ...refusedOne(invalidValue('htmlbody', '<text>')),
      },
    ),
    managed('those of an agent that is not there', `GET ${nobody}`, undefined, refusedOne(noRecords)),
    managed('one for an agent that is not there', `POST ${nobody}`, welcome, refusedOne(noRecords)),
  ];

  const one: readonly Row[] = [
    managed('one', `GET ${path}/{mould}`, undefined, {
      ...made,
      answer: {
        data: {
          htmlbody: welcome.htmlbody,
          created_time: '<time>',
          ...facts,
          modified_time: '<time>',
          attachments: [],
          subject: welcome.subject,
          template_alias: alias,
          sample_merge_info: {},
        },
        ...ok,
      },
    }),
    managed(
      'changing it',
      `PUT ${path}/{mould}`,
      { ...welcome, subject: 'Good day', htmlbody: '<b>Good day</b>' },
      {
        ...made,
        answer: {
          data: [{ ...uploaded, htmlbody: '<b>Good day</b>', template_size: 15, subject: 'Good day' }],
          ...ok,
        },
      },
    ),
    managed(
      'taking its subject',
      `PUT ${path}/{mould}`,
      { subject: '' },
      {
        ...refusedOne(fieldEmpty('subject')),
        changes: true,
      },
    ),
    managed('deleting it', `DELETE ${path}/{mould}`, undefined, {
      ...made,
      evidence: 'A',
      status: 204,
      answer: '',
    }),
    managed('reading one that is not there', `GET ${path}/{mould}`, undefined, {
      ...refusedOne(notFound),
      changes: true,
    }),
    managed('changing one that is not there', `PUT ${path}/unknown`, welcome, refusedOne(notFound)),
    managed('deleting one that is not there', `DELETE ${path}/unknown`, undefined, refusedOne(notFound)),
  ];
  return [
    [`GET, POST /v1.1/${spelling}/{key}/templates`, list],
    [`GET, PUT, DELETE /v1.1/${spelling}/{key}/templates/{template_key}`, one],
  ];
}
