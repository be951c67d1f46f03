import type { ExplainedError } from './error-catalogue/entry.ts';
import { managementErrors } from './error-catalogue/management.ts';
import { ownErrors } from './error-catalogue/own.ts';
import { sendingErrors } from './error-catalogue/sending.ts';
import { smtpErrors } from './error-catalogue/smtp.ts';

interface ErrorGroup {
  readonly title: string;
  readonly entries: readonly ExplainedError[];
}

/** Every answer that ZeptoMail or we in its place may refuse with, by where one meets it. */
export const errorCatalogue: readonly ErrorGroup[] = [
  { title: 'Sending over the API', entries: sendingErrors },
  { title: 'SMTP', entries: smtpErrors },
  { title: 'Management over the API', entries: managementErrors },
  { title: 'Restante’s own', entries: ownErrors },
];

/** The entry's name in addresses: `TM_4001 SM_111`, `553 Relaying disallowed`. No two are the same. */
export function errorKey({ code, subCode }: Pick<ExplainedError, 'code' | 'subCode'>): string {
  return subCode === undefined ? code : `${code} ${subCode}`;
}

/** What explains an answer; over SMTP `code` is the whole reply line. Undefined where nothing does. */
export function explainedError(
  answer: Pick<ExplainedError, 'protocol' | 'code' | 'subCode'>,
): ExplainedError | undefined {
  return errorCatalogue
    .flatMap(({ entries }) => entries)
    .find((entry) =>
      entry.protocol === 'smtp'
        ? answer.protocol === 'smtp' && answer.code.startsWith(entry.code)
        : answer.protocol === 'api' && errorKey(entry) === errorKey(answer),
    );
}
