import { z } from 'zod';

/**
 * What ZeptoMail in production would have answered instead of taking the message.
 * A strict agent answers with it; a relaxed one holds the message and attaches it.
 */
export const verdictSchema = z.object({
  protocol: z.enum(['api', 'smtp']),
  /** HTTP status, or the SMTP reply's basic code. */
  status: z.number().int(),
  /** `TM_4001` over the API; the whole reply line, `553 Relaying disallowed as <a@b>`, over SMTP. */
  code: z.string(),
  /** `SM_111` and the like; over SMTP none. */
  subCode: z.string().optional(),
  /** Production's own message text. */
  message: z.string(),
  /** The field that it is about, as production names it, and the value found there. */
  target: z.string().optional(),
  targetValue: z.string().optional(),
  /** In our own words: the cause, and how to mend it. */
  explanation: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** What production says of a mail that it takes by SMTP and yet does not send; undefined of any other. */
export function processingFailure(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find(({ protocol, status }) => protocol === 'smtp' && status < 400);
}
