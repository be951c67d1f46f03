import type { Row, Table } from '../../row.ts';
import { more } from '../../placeholders.ts';
import { failure, fieldEmpty, invalidJson, managed, noRecords } from './managed.ts';

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Agents”; the older spelling is the n8n node’s. */
export function agentTables(spelling: 'agents' | 'mailagents'): readonly Table[] {
  const path = `/v1.1/${spelling}`;
  const name = `Made at ${spelling}`;
  const long = 'x'.repeat(101);
  const evidence = spelling === 'agents' ? 'D' : 'A';

  const list: readonly Row[] = [
    managed('the list', `GET ${path}`, undefined, {
      evidence: spelling === 'agents' ? 'D' : 'C',
      status: 200,
      answer: { data: [agent('<text>', '{agent}', 'active', ''), more], status: 'success' },
    }),
    managed(
      'a new one',
      `POST ${path}`,
      { mailagent_name: name, description: 'For a test' },
      {
        evidence,
        status: 200,
        answer: { data: agent(name, '<agent key>', 'active', 'For a test'), status: 'success' },
        changes: true,
        gives: { made: 'data.mailagent_key' },
      },
    ),
    managed(
      'a name that is taken',
      `POST ${path}`,
      { mailagent_name: name },
      {
        evidence,
        status: 400,
        answer: failure('MA_107', 'Agent name already exists', 'mailagent_name', name),
        changes: true,
      },
    ),
    managed(
      'no name',
      `POST ${path}`,
      {},
      { evidence: 'A', status: 400, answer: fieldEmpty('mailagent_name') },
    ),
    managed(
      'an empty name',
      `POST ${path}`,
      { mailagent_name: ' ' },
      { evidence: 'A', status: 400, answer: fieldEmpty('mailagent_name') },
    ),
    managed(
      'a name that is a number',
      `POST ${path}`,
      { mailagent_name: 7 },
      { evidence: 'A', status: 400, answer: failure('GE_101', 'Invalid value found', 'mailagent_name', '7') },
    ),
    managed(
      'a name of 101 characters',
      `POST ${path}`,
      { mailagent_name: long },
      {
        evidence: 'A',
        status: 400,
        answer: failure('MA_101', 'Invalid input found', 'mailagent_name', long),
      },
    ),
    managed(
      'a description that is a list',
      `POST ${path}`,
      { mailagent_name: 'Described', description: [] },
      { evidence: 'A', status: 400, answer: failure('GE_101', 'Invalid value found', 'description', '[]') },
    ),
    managed('no JSON', `POST ${path}`, 'name=Shop', { evidence: 'A', status: 400, answer: invalidJson }),
    managed('a JSON list', `POST ${path}`, [], { evidence: 'A', status: 400, answer: invalidJson }),
    managed('a method that it does not answer', `PATCH ${path}`, {}, { evidence: 'A', status: 405 }),
  ];

  const one: readonly Row[] = [
    managed(
      'a new name and description',
      `PUT ${path}/{made}`,
      { mailagent_name: `${name}, renamed`, description: 'Changed' },
      {
        evidence,
        status: 200,
        answer: { data: agent(`${name}, renamed`, '{made}', 'active', 'Changed'), status: 'success' },
        changes: true,
      },
    ),
    managed(
      'a new description, of the key as logs write it',
      `PUT ${path}/ea36f19a.{made}.a3a6bf2fbcae297`,
      { description: 'Again' },
      {
        evidence: 'A',
        status: 200,
        answer: { data: agent(`${name}, renamed`, '{made}', 'active', 'Again'), status: 'success' },
        changes: true,
      },
    ),
    managed(
      'its own name',
      `PUT ${path}/{made}`,
      { mailagent_name: `${name}, renamed` },
      {
        evidence: 'A',
        status: 200,
        answer: { data: agent(`${name}, renamed`, '{made}', 'active', 'Again'), status: 'success' },
        changes: true,
      },
    ),
    managed(
      'a name that is empty',
      `PUT ${path}/{made}`,
      { mailagent_name: '' },
      {
        evidence: 'A',
        status: 400,
        answer: failure('MA_101', 'Invalid input found', 'mailagent_name', ''),
        changes: true,
      },
    ),
    managed(
      'a key that nobody has',
      `PUT ${path}/0000000000000000`,
      { mailagent_name: 'Anything' },
      { evidence: 'A', status: 400, answer: noRecords },
    ),
    managed('deleting one that is in use', `DELETE ${path}/{made}`, undefined, {
      evidence: 'A',
      status: 400,
      answer: failure('MA_101', 'Only agents that are shut down can be deleted', 'mailagent_key', '{made}'),
      changes: true,
    }),
    managed('deleting a key that nobody has', `DELETE ${path}/0000000000000000`, undefined, {
      evidence: 'A',
      status: 400,
      answer: noRecords,
    }),
    ...(spelling === 'agents' ? [] : [deletion(path)]),
  ];
  return [
    [`GET, POST ${path}`, list],
    [`PUT, DELETE ${path}/{key}`, one],
  ];
}

/** Of the one agent that was shut down. */
function deletion(path: string): Row {
  return managed('deleting one that was shut down', `DELETE ${path}/{idle}`, undefined, {
    evidence: 'D',
    status: 204,
    answer: '',
    changes: true,
  });
}

function agent(name: string, key: string, status: string, description: string): object {
  return {
    mailagent_name: name,
    created_time: '<time>',
    description,
    mailagent_key: key,
    status,
  };
}
