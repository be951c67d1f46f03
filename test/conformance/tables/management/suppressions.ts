import { more } from '../../placeholders.ts';
import type { Row, Table } from '../../row.ts';
import { failure, fieldEmpty, invalidValue, managed, noRecords } from './managed.ts';

const made = { evidence: 'D', status: 200, changes: true } as const;

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Suppressions”. */
function rowsOf(kind: 'email' | 'domain', value: string, wrong: string): readonly Row[] {
  const path = `/v1.1/suppressions/${kind}`;
  const entry = {
    action: 'reject',
    values: [value],
    description: 'Left the company',
    mailagent_keys: ['{agent}'],
  };
  const changed = {
    modified_time: '<time>',
    suppression_type: kind,
    values: [value],
    action: 'reject',
    description: 'Left the company',
    mailagent_keys: ['{agent}'],
    category: 'manual',
  };
  const listed = {
    modified_time: '<time>',
    action: 'suppress',
    description: 'Back soon',
    mailagent_keys: ['{agent}'],
    category: 'manual',
    value,
    created_time: '<time>',
  };
  const refusedOne = (answer: object) => ({ evidence: 'A', status: 400, answer }) as const;
  const unknown = failure('DND_102', 'Suppression data not found', 'values', JSON.stringify([wrong]));
  const many = Array.from({ length: 51 }, (_, index) => `n${index}.${value}`);

  return [
    managed('a new entry', `POST ${path}`, entry, { ...made, answer: { data: changed, status: 'success' } }),
    managed('one that is there already', `POST ${path}`, entry, {
      ...made,
      status: 400,
      answer: failure('DND_101', 'Suppression data already exists', 'values', value),
    }),
    managed(
      'changing it',
      `PUT ${path}`,
      { ...entry, action: 'suppress', description: 'Back soon' },
      {
        ...made,
        answer: {
          data: { ...changed, action: 'suppress', description: 'Back soon' },
          status: 'success',
        },
      },
    ),
    managed('the list', `GET ${path}`, undefined, {
      ...made,
      answer: { data: [listed, more], status: 'success' },
    }),
    managed(
      'of an agent, and with a word in it',
      `GET ${path}?mailagent_key={agent}&search_value=left`,
      undefined,
      {
        ...made,
        answer: { data: [listed], status: 'success' },
      },
    ),
    managed('before it was there', `GET ${path}?search_value=left&date_to=01/01/2020, 10:00 AM`, undefined, {
      ...made,
      answer: { data: [], status: 'success' },
    }),
    managed(
      'after it was there',
      `GET ${path}?search_value=left&date_from=01/01/2020, 10:00 AM&limit=1`,
      undefined,
      {
        ...made,
        answer: { data: [listed], status: 'success' },
      },
    ),
    managed('beyond the last', `GET ${path}?search_value=left&offset=100`, undefined, {
      ...made,
      answer: { data: [], status: 'success' },
    }),
    managed('a date that is none', `GET ${path}?date_from=yesterday`, undefined, {
      ...refusedOne(invalidValue('date_from', 'yesterday')),
    }),
    managed('of an agent that is not there', `GET ${path}?mailagent_key=0000000000000000`, undefined, {
      ...refusedOne(noRecords),
    }),
    managed('no action', `POST ${path}`, { ...entry, action: undefined }, refusedOne(fieldEmpty('action'))),
    managed(
      'an action that nobody knows',
      `POST ${path}`,
      { ...entry, action: 'forget' },
      {
        ...refusedOne(invalidValue('action', 'forget')),
      },
    ),
    managed('no values', `POST ${path}`, { ...entry, values: [] }, refusedOne(fieldEmpty('values'))),
    managed(
      'values that are no list',
      `POST ${path}`,
      { ...entry, values: value },
      {
        ...refusedOne(invalidValue('values', value)),
      },
    ),
    managed(
      `a value that is no ${kind}`,
      `POST ${path}`,
      { ...entry, values: ['no value'] },
      {
        ...refusedOne(invalidValue('values', 'no value')),
      },
    ),
    managed(
      '51 values',
      `POST ${path}`,
      { ...entry, values: many },
      {
        ...refusedOne(invalidValue('values', '51')),
      },
    ),
    managed(
      'an agent that is not there',
      `POST ${path}`,
      { ...entry, mailagent_keys: ['0000000000000000'] },
      {
        ...refusedOne(noRecords),
      },
    ),
    managed(
      'changing one that is not there',
      `PUT ${path}`,
      { ...entry, values: [wrong] },
      {
        evidence: 'D',
        status: 400,
        answer: unknown,
      },
    ),
    managed(
      'deleting one that is not there',
      `DELETE ${path}`,
      { values: [wrong] },
      {
        evidence: 'D',
        status: 400,
        answer: unknown,
      },
    ),
    managed('deleting nothing', `DELETE ${path}`, {}, refusedOne(fieldEmpty('values'))),
    managed('deleting it', `DELETE ${path}`, { values: [value] }, { ...made, status: 204, answer: '' }),
    managed('it is gone', `GET ${path}?search_value=left`, undefined, {
      ...made,
      answer: { data: [], status: 'success' },
    }),
  ];
}

export const suppressionTables: readonly Table[] = [
  [
    '/v1.1/suppressions/email',
    [
      ...rowsOf('email', 'left@conformance.example', 'unknown@conformance.example'),
      managed(
        'no tracking of an address',
        'POST /v1.1/suppressions/email',
        { action: 'suppress_tracking', values: ['private@conformance.example'] },
        {
          ...made,
          answer: {
            data: {
              modified_time: '<time>',
              suppression_type: 'email',
              values: ['private@conformance.example'],
              action: 'suppress_tracking',
              description: '',
              mailagent_keys: ['{agent}', more],
              category: 'manual',
            },
            status: 'success',
          },
        },
      ),
      managed(
        'tracking again',
        'DELETE /v1.1/suppressions/email',
        { values: ['private@conformance.example'] },
        { ...made, status: 204, answer: '' },
      ),
    ],
  ],
  [
    '/v1.1/suppressions/domain',
    [
      ...rowsOf('domain', 'left.example', 'unknown.example'),
      managed(
        'no tracking of a domain',
        'POST /v1.1/suppressions/domain',
        { action: 'suppress_tracking', values: ['private.example'] },
        { evidence: 'D', status: 400, answer: invalidValue('action', 'suppress_tracking') },
      ),
    ],
  ],
];
