import { type Row, refused } from '../../row.ts';

type Rest = Omit<Row, 'title' | 'request'>;

/** A row of a management endpoint, asked with an access token that may do everything. */
export function managed(title: string, asked: string, body: unknown, rest: Rest): Row {
  const end = asked.indexOf(' ');
  const [method, path] = [asked.slice(0, end), asked.slice(end + 1)];
  const headers = { Authorization: 'Zoho-oauthtoken {oauth}' };
  return { title, request: { method, path, headers, ...(body === undefined ? {} : { body }) }, ...rest };
}

/** The answer to a management request that was refused; that it comes with status 400 is assumed. */
export function failure(code: string, message: string, field?: string, value?: string): object {
  return {
    error: {
      code,
      ...(field === undefined ? {} : { field }),
      message,
      ...(value === undefined ? {} : { value }),
    },
    status: 'failure',
  };
}

export const noRecords = failure('GE_124', 'No records found');

/** Codes and texts of bad fields are nowhere published. */
export function fieldEmpty(field: string): object {
  return failure('GE_102', 'Mandatory field found empty', field);
}

export function invalidValue(field: string, value: string): object {
  return failure('GE_101', 'Invalid value found', field, value);
}

/** The answer to a body that is no JSON object. */
export const invalidJson = refused('TM_3301', 'Bad Syntax', { code: 'SM_101', message: 'Invalid JSON' });

/** What deleting answers where the documentation shows a body: the 204 is inside, the HTTP status 200. */
export const deleted = { status: { code: 204, description: 'success' } } as const;
