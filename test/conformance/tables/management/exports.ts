import { more, number } from '../../placeholders.ts';
import type { Row, Table } from '../../row.ts';
import { fieldEmpty, managed, noRecords } from './managed.ts';

/** The row is documented, what is around it assumed; a real file takes its time. */
function rowsOf(type: string): readonly Row[] {
  const path = `/v1.1/${type}/exports`;
  const row = {
    created_time: '<time>',
    export_type: type,
    modified_time: '<time>',
    is_content_included: false,
    file_status: 'completed',
    file_name: '<text>.csv',
    is_downloaded: false,
    export_id: '<text>',
    search_query: { mailagent_key: '{agent}' },
    expiry_time: '<time>',
    created_by: '<text>',
    file_size: number,
  };
  const made = { evidence: 'A', status: 200, changes: true } as const;
  const refusedOne = (answer: object) => ({ evidence: 'A', status: 400, answer }) as const;
  return [
    managed(
      'a new one',
      `POST ${path}`,
      { mailagent_key: '{agent}' },
      {
        ...made,
        answer: { data: row, status: 'success' },
        gives: { export: 'data.export_id' },
      },
    ),
    managed(
      'of an agent that is not there',
      `POST ${path}`,
      { mailagent_key: '0000000000000000' },
      {
        ...refusedOne(noRecords),
      },
    ),
    managed('the list', `GET ${path}`, undefined, {
      ...made,
      evidence: 'D',
      answer: { data: [row, more], status: 'success' },
    }),
    managed('the file', `GET ${path}/{export}/download`, undefined, {
      ...made,
      answerHeaders: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="<text>.csv"',
      },
      answer: '<text>',
    }),
    managed('the list afterwards', `GET ${path}`, undefined, {
      ...made,
      evidence: 'D',
      answer: { data: [{ ...row, is_downloaded: true }, more], status: 'success' },
    }),
    managed('a file that is not there', `GET ${path}/unknown/download`, undefined, refusedOne(noRecords)),
    managed('deleting nothing', `DELETE ${path}`, undefined, refusedOne(fieldEmpty('export_ids'))),
    managed('deleting one that is not there', `DELETE ${path}?export_ids=unknown`, undefined, {
      ...refusedOne(noRecords),
    }),
    managed('deleting it', `DELETE ${path}?export_ids={export}`, undefined, {
      ...made,
      status: 204,
      answer: '',
    }),
    managed('the file is gone', `GET ${path}/{export}/download`, undefined, {
      ...refusedOne(noRecords),
      changes: true,
    }),
  ];
}

/** https://www.zoho.com/zeptomail/help/api/api-index.html, “Exports”. */
export const exportTables: readonly Table[] = ['mail-logs', 'activity-logs', 'suppression-list'].map(
  (type): Table => [`/v1.1/${type}/exports`, rowsOf(type)],
);
