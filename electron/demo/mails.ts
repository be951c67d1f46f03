import type { DemoMail } from './demo-mail.ts';
import { accountMails } from './mails/accounts.ts';
import { signInCodes } from './mails/codes.ts';
import { letterMails } from './mails/letters.ts';
import { operationMails } from './mails/operations.ts';
import { shopMails } from './mails/shop.ts';

/** Everything that the demo holds, in the order in which it came. */
export const demoMails: readonly DemoMail[] = [
  ...shopMails,
  ...accountMails,
  ...signInCodes,
  ...letterMails,
  ...operationMails,
].toSorted((first, second) => second.minutesAgo - first.minutesAgo);
