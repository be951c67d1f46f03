import { type ErrorCode, RestanteError } from '#shared/errors.ts';

/**
 * The refusals of the management endpoints (https://www.zoho.com/zeptomail/help/api/api-index.html and its pages).
 * Codes and texts are documented unless marked; that the HTTP status is 400 in all cases is `assumed`.
 */
const failures = {
  /** Text assumed: it names the field. */
  'agent-invalid': { code: 'MA_101', message: 'Invalid input found' },
  'agent-limit': { code: 'MA_105', message: 'Maximum agents limit reached' },
  'agent-name-taken': { code: 'MA_107', message: 'Agent name already exists' },
  /** Code and text assumed: production deletes only agents that were shut down, and ours only when another is left. */
  'agent-in-use': { code: 'MA_101', message: 'Only agents that are shut down can be deleted' },
  'agent-last': { code: 'MA_101', message: 'The last agent cannot be deleted' },
  threshold: { code: 'GE_117', message: 'threshold reached' },
  'no-records': { code: 'GE_124', message: 'No records found' },
  'template-unknown': { code: 'MTR_107', message: 'Template not found' },
  /** Code and text assumed. */
  'template-alias-taken': { code: 'GE_101', message: 'Template alias already exists' },
  'suppression-exists': { code: 'DND_101', message: 'Suppression data already exists' },
  'suppression-unknown': { code: 'DND_102', message: 'Suppression data not found' },
  /** The code is the sending endpoints' one; assumed here. */
  'field-empty': { code: 'GE_102', message: 'Mandatory field found empty' },
  /** Codes and texts assumed. */
  'invalid-value': { code: 'GE_101', message: 'Invalid value found' },
  'domain-exists': { code: 'DM_101', message: 'Domain already exists' },
} as const;

export type FailureName = keyof typeof failures;

/** A management request that ZeptoMail would refuse. */
export class Failure extends Error {
  readonly status = 400;
  readonly code: string;
  readonly field: string | undefined;
  readonly value: string | undefined;

  constructor(name: FailureName, about: { readonly field?: string; readonly value?: unknown } = {}) {
    super(failures[name].message);
    this.name = 'Failure';
    this.code = failures[name].code;
    this.field = about.field;
    this.value = about.value === undefined ? undefined : shown(about.value);
  }

  /** The JSON that is answered, keys in the documented order. */
  get body(): object {
    return {
      error: {
        code: this.code,
        ...(this.field === undefined ? {} : { field: this.field }),
        message: this.message,
        ...(this.value === undefined ? {} : { value: this.value }),
      },
      status: 'failure',
    };
  }
}

const fromOurs: Partial<Record<ErrorCode, FailureName>> = {
  'agent.name-taken': 'agent-name-taken',
  'agent.limit': 'agent-limit',
  'agent.last': 'agent-last',
  'agent.not-found': 'no-records',
  'token.limit': 'threshold',
  'token.not-found': 'no-records',
  'short-password.limit': 'threshold',
  'short-password.not-found': 'no-records',
  'template.not-found': 'template-unknown',
  'template.alias-taken': 'template-alias-taken',
  'template.no-body': 'field-empty',
  'suppression.exists': 'suppression-exists',
  'suppression.not-found': 'suppression-unknown',
};

/** What ZeptoMail calls an error of ours; undefined for one that it does not have. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) {
    return error;
  }
  const name = error instanceof RestanteError ? fromOurs[error.code] : undefined;
  if (name === undefined || !(error instanceof RestanteError)) {
    return undefined;
  }
  switch (error.code) {
    case 'agent.name-taken':
      return new Failure(name, { field: 'mailagent_name', value: error.details['name'] });
    case 'template.alias-taken':
      return new Failure(name, { field: 'template_alias', value: error.details['alias'] });
    case 'template.no-body':
      return new Failure(name, { field: 'htmlbody' });
    case 'suppression.exists':
      return new Failure(name, { field: 'values', value: error.details['value'] });
    default:
      return new Failure(name);
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.slice(0, 200).toWellFormed();
}
