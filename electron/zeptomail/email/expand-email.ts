import type { GivenEmail } from './read-email.ts';

/** One mail of a send, and what was filled into its texts. */
export interface ExpandedEmail {
  readonly email: GivenEmail;
  readonly missingVariables: readonly string[];
}

/** The mails that a send comes to. */
export function expandEmail(email: GivenEmail): readonly ExpandedEmail[] {
  return [{ email, missingVariables: [] }];
}
