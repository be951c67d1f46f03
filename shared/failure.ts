import { z } from 'zod';

/** Per agent; ours. */
export const failureLimit = 50;

/** What ZeptoMail refuses for reasons that lie in the account, by the names of its causes (help/api/error-codes.html). */
export const accountRefusals = [
  'credits-exhausted',
  'credits-expired',
  'account-not-reviewed',
  'trial-limit',
  'agent-day-limit',
  'account-day-limit',
  'ip-not-allowed',
  'account-blocked',
] as const;
export type AccountRefusal = (typeof accountRefusals)[number];

/** The moments of an SMTP session at which the server can misbehave, in their order. */
export const smtpStages = ['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'end-of-data'] as const;
const smtpStageSchema = z.enum(smtpStages);
export type SmtpStage = z.infer<typeof smtpStageSchema>;

const milliseconds = z.number().int().min(0).max(600_000);
const bytesPerSecond = z.number().int().min(1).max(100_000_000);

/** What happens. `stage` says when in an SMTP session. */
export const failureEffectSchema = z.discriminatedUnion('kind', [
  /** API: the answer of production. */
  z.strictObject({ kind: z.literal('api-refusal'), refusal: z.enum(accountRefusals) }),
  /** API: 429 with Retry-After, from the request on that is one too many within the window. */
  z.strictObject({
    kind: z.literal('api-rate-limit'),
    requests: z.number().int().min(0).max(100_000),
    windowSeconds: z.number().int().min(1).max(3600).default(1),
    retryAfterSeconds: z.number().int().min(0).max(86_400).default(1),
  }),
  z.strictObject({
    kind: z.literal('api-latency'),
    milliseconds,
    jitterMilliseconds: milliseconds.default(0),
  }),
  z.strictObject({ kind: z.literal('api-reset') }),
  z.strictObject({ kind: z.literal('api-html-error') }),
  /** The answer's body trickles. */
  z.strictObject({ kind: z.literal('api-slow-answer'), bytesPerSecond }),
  z.strictObject({
    kind: z.literal('smtp-reply'),
    stage: smtpStageSchema,
    code: z.literal([421, 451, 452, 535]),
  }),
  z.strictObject({
    kind: z.literal('smtp-latency'),
    stage: smtpStageSchema,
    milliseconds,
    jitterMilliseconds: milliseconds.default(0),
  }),
  /** The server takes DATA in slowly. */
  z.strictObject({ kind: z.literal('smtp-slow-reading'), bytesPerSecond }),
  /** The connection breaks after so many bytes of DATA, or at its end. */
  z.strictObject({
    kind: z.literal('smtp-drop'),
    afterBytes: z
      .number()
      .int()
      .min(0)
      .max(1024 * 1024 * 1024),
  }),
  /** A mail is taken, and the log says “Process failed”: production does so beyond a limit of the day. */
  z.strictObject({ kind: z.literal('smtp-process-failed') }),
]);
export type FailureEffect = z.infer<typeof failureEffectSchema>;

/** Which of the occasions that match. */
export const failureWhenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  /** The n-th, the 2n-th and so on. */
  z.strictObject({ kind: z.literal('every'), n: z.number().int().min(1).max(1_000_000) }),
  /** So many of a hundred, chosen by the seed: the same seed chooses the same ones again. */
  z.strictObject({
    kind: z.literal('share'),
    percent: z.number().min(0).max(100),
    seed: z.number().int().min(0).max(0xffffffff).default(1),
  }),
  /** The next so many; then the switch is off. */
  z.strictObject({ kind: z.literal('next'), count: z.number().int().min(1).max(1_000_000) }),
]);

/** Addresses, with `*` for anything: `*@example.org`. Null matches every mail. */
const patternSchema = z.string().trim().min(1).max(320).nullable();

/** One switch of an agent's failure laboratory. */
export const failureSchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  enabled: z.boolean(),
  effect: failureEffectSchema,
  when: failureWhenSchema,
  recipients: patternSchema,
  senders: patternSchema,
  /** How many of `next` are left; null for the others. */
  left: z.number().int().nullable(),
  /** Since Restante started or the switch was changed: the occasions that matched, and how many it used. */
  seen: z.number().int(),
  fired: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type Failure = z.infer<typeof failureSchema>;

const nobodyYet: readonly SmtpStage[] = ['connect', 'ehlo', 'auth'];

/** What a person wishes; a pattern needs a stage at which the address is known. */
export const createFailureSchema = z
  .strictObject({
    effect: failureEffectSchema,
    when: failureWhenSchema.default({ kind: 'always' }),
    recipients: patternSchema.default(null),
    senders: patternSchema.default(null),
    enabled: z.boolean().default(true),
  })
  .superRefine(({ effect, recipients, senders }, context) => {
    const stage = 'stage' in effect ? effect.stage : null;
    if (stage !== null && nobodyYet.includes(stage) && (recipients !== null || senders !== null)) {
      const message = 'Before MAIL FROM no address is known: choose a later stage, or no pattern.';
      context.addIssue({ code: 'custom', path: [senders === null ? 'recipients' : 'senders'], message });
    } else if (stage === 'mail' && recipients !== null) {
      const message = 'At MAIL FROM no recipient is known: choose a later stage, or match the sender.';
      context.addIssue({ code: 'custom', path: ['recipients'], message });
    }
  });
export type CreateFailure = z.output<typeof createFailureSchema>;

export const patchFailureSchema = z
  .strictObject({
    effect: failureEffectSchema,
    when: failureWhenSchema,
    recipients: patternSchema,
    senders: patternSchema,
    enabled: z.boolean(),
  })
  .partial();
export type PatchFailure = z.infer<typeof patchFailureSchema>;
