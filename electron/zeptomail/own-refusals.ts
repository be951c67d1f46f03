import type { Verdict } from '#shared/verdict.ts';

/**
 * Refusals of the door itself, in ZeptoMail's shape but with codes that are plainly ours: what production answers
 * there is unknown.
 */
const ownRefusals = {
  'bad-request': { status: 400, code: 'TM_3004', subCode: 'RESTANTE_BAD_REQUEST' },
  'forbidden-host': { status: 403, code: 'TM_3601', subCode: 'RESTANTE_HOST_REFUSED' },
  'forbidden-origin': { status: 403, code: 'TM_3601', subCode: 'RESTANTE_ORIGIN_REFUSED' },
  'not-found': { status: 404, code: 'TM_3004', subCode: 'RESTANTE_NOT_FOUND' },
  'wrong-method': { status: 405, code: 'TM_3004', subCode: 'RESTANTE_METHOD' },
  'request-timeout': { status: 408, code: 'TM_3004', subCode: 'RESTANTE_TIMEOUT' },
  'request-too-large': { status: 413, code: 'TM_8001', subCode: 'SM_129' },
  'headers-too-large': { status: 431, code: 'TM_3004', subCode: 'RESTANTE_HEADERS_TOO_LARGE' },
  internal: { status: 500, code: 'RESTANTE_INTERNAL', subCode: 'RESTANTE_INTERNAL' },
} as const;

export type OwnRefusalName = keyof typeof ownRefusals;

/** A refusal by the door itself; the message says the cause, the explanation what to do. */
export function ownRefusal(name: OwnRefusalName, message: string, explanation: string): Verdict {
  return { protocol: 'api', ...ownRefusals[name], message, explanation };
}
