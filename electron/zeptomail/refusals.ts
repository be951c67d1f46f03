import type { Verdict } from '#shared/verdict.ts';

/**
 * The groups of ZeptoMail's errors: HTTP status and top-level message (https://www.zoho.com/zeptomail/help/api/error-codes.html).
 * Statuses and texts that no public answer shows are `assumed`.
 */
const groups = {
  /** Documented for the newer CPaaS pages only. */
  TM_3004: { status: 400, message: 'Invalid request' },
  TM_3201: { status: 400, message: 'Mandatory Field missing' },
  /** Status assumed. */
  TM_3301: { status: 400, message: 'Bad Syntax' },
  TM_3501: { status: 422, message: 'Unprocessable Entity' },
  /** Message assumed. */
  TM_3601: { status: 403, message: 'Forbidden' },
  TM_4001: { status: 401, message: 'Access Denied' },
  TM_5001: { status: 429, message: 'Resource Limit Exhausted.' },
  /** Status and message assumed. */
  TM_8001: { status: 400, message: 'Limit Exceeded' },
} as const;

interface Refusal {
  readonly group: keyof typeof groups;
  readonly subCode?: string;
  readonly message: string;
  /** Nobody outside has published this answer: the code, the sub-code or the text is the likeliest one. */
  readonly assumed?: true;
}

/** Every refusal of the sending endpoints, by the name that our rules use. */
const refusals = {
  'field-empty': { group: 'TM_3201', subCode: 'GE_102', message: 'Mandatory field found empty' },
  'extra-key': { group: 'TM_3301', subCode: 'GE_121', message: 'An extra key found in the input value' },
  'invalid-json': { group: 'TM_3301', subCode: 'SM_101', message: 'Invalid JSON', assumed: true },
  'wrong-type': { group: 'TM_3301', subCode: 'SM_101', message: 'Invalid value found', assumed: true },
  'invalid-header': { group: 'TM_3301', subCode: 'SM_101', message: 'Invalid value found', assumed: true },
  'invalid-content': { group: 'TM_3301', subCode: 'SM_101', message: 'Invalid value found', assumed: true },
  'invalid-mime-type': { group: 'TM_3301', subCode: 'SM_120', message: 'Invalid mime type', assumed: true },
  'invalid-file-cache-key': {
    group: 'TM_3501',
    subCode: 'UE_106',
    message: 'Invalid file cache key',
    assumed: true,
  },
  'template-not-found': { group: 'TM_3501', subCode: 'MTR_107', message: 'Template not found' },
  'blocked-file-type': { group: 'TM_3501', message: 'File type not supported', assumed: true },
  'invalid-address': { group: 'TM_4001', subCode: 'SM_113', message: 'Invalid email address' },
  /** ZeptoMail tells nowhere what it answers. */
  'recipient-suppressed': {
    group: 'TM_4001',
    subCode: 'SM_113',
    message: 'Invalid email address',
    assumed: true,
  },
  'domain-not-verified': {
    group: 'TM_4001',
    subCode: 'SM_111',
    message: 'Sender domain is not verified',
    assumed: true,
  },
  'invalid-token': { group: 'TM_4001', subCode: 'SERR_157', message: 'Invalid API Token found' },
  /** OAuth errors of the management endpoints: nobody shows one. */
  'invalid-oauth-token': {
    group: 'TM_4001',
    subCode: 'SERR_157',
    message: 'Invalid OAuth token found',
    assumed: true,
  },
  'missing-scope': { group: 'TM_4001', subCode: 'SERR_157', message: 'Invalid OAuth scope', assumed: true },
  'too-many': { group: 'TM_8001', subCode: 'SM_127', message: 'Maximum count exceeded', assumed: true },
  'too-long': { group: 'TM_8001', subCode: 'SM_129', message: 'Maximum length exceeded', assumed: true },
  'too-large': { group: 'TM_8001', subCode: 'SM_129', message: 'Maximum size exceeded', assumed: true },
  // What the failure laboratory plays.
  'credits-exhausted': { group: 'TM_5001', subCode: 'LE_102', message: 'Credit exhausted' },
  'credits-expired': { group: 'TM_3501', subCode: 'LE_101', message: 'Credit expired', assumed: true },
  'account-not-reviewed': {
    group: 'TM_4001',
    subCode: 'SM_128',
    message: 'Account is not reviewed',
    assumed: true,
  },
  'trial-limit': {
    group: 'TM_3601',
    subCode: 'SM_133',
    message: 'Trial sending limit exceeded',
    assumed: true,
  },
  'agent-day-limit': {
    group: 'TM_3601',
    subCode: 'SM_151',
    message: 'Daily sending limit of the agent exceeded',
    assumed: true,
  },
  'account-day-limit': {
    group: 'TM_3601',
    subCode: 'SMI_115',
    message: 'Daily sending limit exhausted',
    assumed: true,
  },
  'ip-not-allowed': { group: 'TM_3601', subCode: 'SERR_156', message: 'IP is not allowed', assumed: true },
  'account-blocked': { group: 'TM_3601', subCode: 'AE_101', message: 'Account is blocked', assumed: true },
  'rate-limited': { group: 'TM_5001', message: 'Too many requests', assumed: true },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof refusals;

interface RefusalAbout {
  readonly target?: string;
  readonly targetValue?: unknown;
  /** The cause and how to mend it, in our own words. */
  readonly explanation: string;
}

/** What production answers for a named refusal, about this field and value. */
export function refusal(name: RefusalName, about: RefusalAbout): Verdict {
  const { group, subCode, message, assumed }: Refusal = refusals[name];
  return {
    protocol: 'api',
    status: groups[group].status,
    code: group,
    ...(subCode === undefined ? {} : { subCode }),
    message,
    ...(about.target === undefined ? {} : { target: about.target }),
    ...(about.targetValue === undefined ? {} : { targetValue: shown(about.targetValue) }),
    explanation: assumed
      ? `${about.explanation} (ZeptoMail publishes no full answer for this case; code or text is assumed.)`
      : about.explanation,
  };
}

/**
 * The field lists in which a bad address leaves nobody to send to; production adds an inner error there. Also as other
 * services name them: `To`, `personalizations[0].to`, `Destination.ToAddresses`.
 */
const recipientField = /(?:^|\.)(?:to|cc|bcc)(?:Addresses)?$/i;

/** Of its own fields production names all three, whichever it is: several users quote this very target. */
const anyRecipientField = 'to|cc|bcc';

function targetOf({ subCode, target }: Verdict): string | undefined {
  return subCode === 'SM_113' && /^(?:to|cc|bcc)$/.test(target ?? '') ? anyRecipientField : target;
}

/** The JSON that production answers for a verdict; `details` is never empty, because clients read its first entry. */
export function refusalBody(verdict: Verdict, requestId: string): string {
  const isRecipient = verdict.subCode === 'SM_113' && recipientField.test(verdict.target ?? '');
  const target = targetOf(verdict);
  const detail = {
    ...(verdict.subCode === undefined ? {} : { code: verdict.subCode }),
    message: verdict.message,
    ...(target === undefined ? {} : { target }),
    ...(verdict.targetValue === undefined ? {} : { target_value: verdict.targetValue }),
    ...(isRecipient ? { inner_error: { code: 'SMI_116', message: 'No valid recipients found' } } : {}),
  };
  const group = verdict.code in groups ? groups[verdict.code as keyof typeof groups] : undefined;
  return JSON.stringify({
    error: {
      code: verdict.code,
      details: [detail],
      message: group?.message ?? 'Internal Server Error',
      request_id: requestId,
    },
  });
}

/** A value as a person can read it, at most 200 characters; objects and lists are named, not spelled out. */
function shown(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 200 ? `${value.slice(0, 200).toWellFormed()}…` : value.toWellFormed();
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return Array.isArray(value) ? 'a list' : 'an object';
}
