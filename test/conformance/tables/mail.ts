import type { Row } from '../row.ts';

/** A mail that any agent takes. */
export const mail = {
  from: { address: '{from}', name: 'Paula' },
  to: [{ email_address: { address: '{to}', name: 'Sara' } }],
  subject: 'Account Confirmation',
  htmlbody: '<div><b>Kindly click on Verify Account to confirm your account</b></div>',
};

/** “hello” in base64. */
export const content = 'aGVsbG8=';

type Rest = Omit<Row, 'title' | 'request'>;

/** A row that posts a mail, the one that any agent takes but for these fields; undefined leaves a field out. */
export function posted(title: string, changes: Readonly<Record<string, unknown>>, rest: Rest): Row {
  return { title, request: { path: '/v1.1/email', body: { ...mail, ...changes } }, ...rest };
}
