import { z } from 'zod';
import { failureEffectSchema } from './failure.ts';

/** A failure to begin with: what production says, and when it happens there. */
export const failurePresetSchema = z.object({
  name: z.string(),
  door: z.enum(['api', 'smtp']),
  /** What the application gets to see. */
  says: z.string(),
  /** When production does it. */
  happens: z.string(),
  effect: failureEffectSchema,
});
export type FailurePreset = z.infer<typeof failurePresetSchema>;

/** The laboratory's catalogue. Texts of answers that nobody outside has published are assumed. */
export const failurePresets: readonly FailurePreset[] = [
  {
    name: 'Credits exhausted',
    door: 'api',
    says: '429 TM_5001 / LE_102 “Credit exhausted”, target “credits”',
    happens: 'The account’s mail credits are used up. It lasts until somebody buys more.',
    effect: { kind: 'api-refusal', refusal: 'credits-exhausted' },
  },
  {
    name: 'Credits expired',
    door: 'api',
    says: '422 TM_3501 / LE_101',
    happens: 'The credits were bought too long ago, used or not.',
    effect: { kind: 'api-refusal', refusal: 'credits-expired' },
  },
  {
    name: 'Account not reviewed',
    door: 'api',
    says: '401 TM_4001 / SM_128',
    happens: 'A new account sends before ZeptoMail’s people have looked at it.',
    effect: { kind: 'api-refusal', refusal: 'account-not-reviewed' },
  },
  {
    name: 'Trial limit',
    door: 'api',
    says: '403 TM_3601 / SM_133',
    happens: 'An account that was not reviewed has sent as many mails as a trial allows.',
    effect: { kind: 'api-refusal', refusal: 'trial-limit' },
  },
  {
    name: 'Day limit of the agent',
    door: 'api',
    says: '403 TM_3601 / SM_151',
    happens: 'The agent has reached the daily limit that its own settings name.',
    effect: { kind: 'api-refusal', refusal: 'agent-day-limit' },
  },
  {
    name: 'Day limit of the account',
    door: 'api',
    says: '403 TM_3601 / SMI_115',
    happens: 'The account has sent as many mails as it may in a day.',
    effect: { kind: 'api-refusal', refusal: 'account-day-limit' },
  },
  {
    name: 'IP address not allowed',
    door: 'api',
    says: '403 TM_3601 / SERR_156',
    happens: 'The account restricts who may call, and a new server is not on the list.',
    effect: { kind: 'api-refusal', refusal: 'ip-not-allowed' },
  },
  {
    name: 'Account blocked',
    door: 'api',
    says: '403 TM_3601 / AE_101',
    happens: 'ZeptoMail has stopped the account.',
    effect: { kind: 'api-refusal', refusal: 'account-blocked' },
  },
  {
    name: 'Too many requests',
    door: 'api',
    says: '429 TM_5001 with Retry-After',
    happens: 'Requests come faster than the service takes them. ZeptoMail publishes no rate.',
    effect: { kind: 'api-rate-limit', requests: 5, windowSeconds: 1, retryAfterSeconds: 1 },
  },
  {
    name: 'Slow API',
    door: 'api',
    says: 'The right answer, late',
    happens: 'A busy service, or a far region.',
    effect: { kind: 'api-latency', milliseconds: 3000, jitterMilliseconds: 1000 },
  },
  {
    name: 'Trickling answer',
    door: 'api',
    says: 'The right answer, a few bytes at a time',
    happens:
      'A bad network between you and the service. Finds timeouts that only count until the first byte.',
    effect: { kind: 'api-slow-answer', bytesPerSecond: 20 },
  },
  {
    name: 'Connection reset',
    door: 'api',
    says: 'ECONNRESET, no answer; nothing is held',
    happens: 'A load balancer restarts, a firewall cuts.',
    effect: { kind: 'api-reset' },
  },
  {
    name: 'HTML instead of JSON',
    door: 'api',
    says: '500 with an HTML page',
    happens: 'A proxy in front of the service fails. ZeptoMail’s own SDK never settles its promise then.',
    effect: { kind: 'api-html-error' },
  },
  {
    name: 'Server closing',
    door: 'smtp',
    says: '421 instead of the greeting',
    happens: 'The relay is restarted or takes no more connections.',
    effect: { kind: 'smtp-reply', stage: 'connect', code: 421 },
  },
  {
    name: 'Authentication failed',
    door: 'smtp',
    says: '535 Authentication Failed',
    happens: 'A wrong token; but also credits that expired, or a blocked account.',
    effect: { kind: 'smtp-reply', stage: 'auth', code: 535 },
  },
  {
    name: 'Recipient refused for now',
    door: 'smtp',
    says: '451 at RCPT TO',
    happens: 'Greylisting and passing troubles. The application has to try again later.',
    effect: { kind: 'smtp-reply', stage: 'rcpt', code: 451 },
  },
  {
    name: 'No storage',
    door: 'smtp',
    says: '452 after the end of the mail',
    happens: 'The relay is full, or took too many mails in a row.',
    effect: { kind: 'smtp-reply', stage: 'end-of-data', code: 452 },
  },
  {
    name: 'Slow relay',
    door: 'smtp',
    says: '250 after seconds',
    happens: 'A far region: four to six seconds a mail were measured to the relay in Tokyo.',
    effect: {
      kind: 'smtp-latency',
      stage: 'end-of-data',
      milliseconds: 5000,
      jitterMilliseconds: 1000,
    },
  },
  {
    name: 'Slow reading',
    door: 'smtp',
    says: 'The server takes the mail in slowly',
    happens: 'A narrow line. Finds timeouts that are too short for attachments.',
    effect: { kind: 'smtp-slow-reading', bytesPerSecond: 2000 },
  },
  {
    name: 'Dropped in DATA',
    door: 'smtp',
    says: 'The connection breaks in the middle of the mail; nothing is held',
    happens: 'A relay or a firewall dies. Was the mail sent or not?',
    effect: { kind: 'smtp-drop', afterBytes: 100 },
  },
  {
    name: 'Process failed',
    door: 'smtp',
    says: '250, and “Process failed” in the log',
    happens: 'The agent has reached its daily limit. Over SMTP production says so nowhere but in its log.',
    effect: { kind: 'smtp-process-failed' },
  },
];
