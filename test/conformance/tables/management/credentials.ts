import { more } from '../../placeholders.ts';
import type { Table } from '../../row.ts';
import { deleted, failure, managed, noRecords } from './managed.ts';

/** Of an agent that the tables before it made: it has one send mail token and no short password yet. */
export function credentialTables(spelling: 'agents' | 'mailagents'): readonly Table[] {
  const agent = `/v1.1/${spelling}/{made}`;
  const nobody = `/v1.1/${spelling}/0000000000000000`;
  const keys = `${agent}/apikeys`;
  const passwords = `${agent}/short-passwords`;
  const threshold = failure('GE_117', 'threshold reached');
  const evidence = spelling === 'agents' ? 'D' : 'A';
  const apiKey = { created_time: '<time>', apikey: '<token>', id: '<text>', username: 'emailapikey' };
  const shortPassword = {
    created_time: '<time>',
    password: '<text>',
    id: '<text>',
    username: '<short username>',
  };
  /** The documented sample shows the user name of a short password here. */
  const newKey = { created_time: '<time>', password: '<token>', id: '<text>', username: 'emailapikey' };
  const refusedOne = { evidence: 'A', status: 400, answer: noRecords } as const;
  const made = { evidence, status: 200, changes: true } as const;

  return [
    [
      `GET, POST /v1.1/${spelling}/{key}/apikeys`,
      [
        managed('the one that every agent has', `GET ${keys}`, undefined, {
          ...made,
          answer: { data: [apiKey], status: 'success' },
        }),
        managed(
          'a second one',
          `POST ${keys}`,
          {},
          {
            ...made,
            answer: { data: newKey, status: 'success' },
            gives: { key: 'data.id' },
          },
        ),
        managed('both', `GET ${keys}`, undefined, {
          ...made,
          answer: { data: [apiKey, apiKey], status: 'success' },
        }),
        managed('a third one', `POST ${keys}`, {}, { ...made, status: 400, answer: threshold }),
        managed('those of an agent that is not there', `GET ${nobody}/apikeys`, undefined, refusedOne),
        managed('one for an agent that is not there', `POST ${nobody}/apikeys`, {}, refusedOne),
      ],
    ],
    [
      `DELETE /v1.1/${spelling}/{key}/apikeys/{id}`,
      [
        managed('one', `DELETE ${keys}/{key}`, undefined, { ...made, answer: deleted }),
        managed('once more', `DELETE ${keys}/{key}`, undefined, {
          ...made,
          status: 400,
          answer: noRecords,
        }),
        managed('one of an agent that is not there', `DELETE ${nobody}/apikeys/{key}`, undefined, {
          ...refusedOne,
          changes: true,
        }),
      ],
    ],
    [
      `GET, POST /v1.1/${spelling}/{key}/short-passwords`,
      [
        managed('none', `GET ${passwords}`, undefined, {
          ...made,
          evidence: 'A',
          answer: { data: [], status: 'success' },
        }),
        managed('a first one, without a body', `POST ${passwords}`, undefined, {
          ...made,
          answer: { data: shortPassword, status: 'success' },
          gives: { short: 'data.id' },
        }),
        managed(
          'a second one',
          `POST ${passwords}`,
          {},
          {
            ...made,
            answer: { data: shortPassword, status: 'success' },
          },
        ),
        managed('both', `GET ${passwords}`, undefined, {
          ...made,
          answer: { data: [shortPassword, more], status: 'success' },
        }),
        managed('a third one', `POST ${passwords}`, {}, { ...made, status: 400, answer: threshold }),
        managed(
          'those of an agent that is not there',
          `GET ${nobody}/short-passwords`,
          undefined,
          refusedOne,
        ),
        managed('one for an agent that is not there', `POST ${nobody}/short-passwords`, {}, refusedOne),
      ],
    ],
    [
      `DELETE /v1.1/${spelling}/{key}/short-passwords/{id}`,
      [
        managed('one', `DELETE ${passwords}/{short}`, undefined, { ...made, answer: deleted }),
        managed('once more', `DELETE ${passwords}/{short}`, undefined, {
          ...made,
          evidence: 'A',
          status: 400,
          answer: noRecords,
        }),
      ],
    ],
  ];
}
