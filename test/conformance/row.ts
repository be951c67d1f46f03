/**
 * What stands behind a row: official documentation, a recording of the live service that was published, a user's report
 * of live behaviour, a client's source, a real client driven against a mock, or an assumption drawn from these.
 */
export const evidence = {
  D: 'documented',
  R: 'recorded',
  U: 'reported',
  C: 'a client’s source',
  T: 'a client driven',
  A: 'assumed',
} as const;
export type Evidence = keyof typeof evidence;

/**
 * One request and its answer. In texts `{from}` is an address at a verified domain of the agent, `{to}` a recipient,
 * `{token}` the send mail token, `{file}` the key of a cached file and `{template}` that of a template; in answers `<m1>`, `<b1>`, `<m4>` and `<h1>` stand
 * for ids of that kind.
 */
export interface Row {
  readonly title: string;
  readonly evidence: Evidence;
  readonly request: RowRequest;
  readonly status: number;
  /** The JSON, keys in this order; undefined where nobody knows it and only the status is compared. */
  readonly answer?: unknown;
  /** Header fields that must be there, names in lower case. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
  /** The word that it speaks of, which not every service has: there the row is skipped. */
  readonly needs?: 'file' | 'template';
}

export interface RowRequest {
  /** POST unless it says otherwise. */
  readonly method?: string;
  /** With its query string. */
  readonly path: string;
  /** Authorization is the agent's unless it is given here; an empty value leaves a header out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes as it is, a form as a form, anything else as JSON. */
  readonly body?: unknown;
}

/** Header fields of every answer, as recorded from the live service. */
export const liveHeaders = {
  server: 'ZGS',
  'content-type': 'application/json',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private,no-cache,no-store,max-age=0,must-revalidate',
  pragma: 'no-cache',
  expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
  'x-frame-options': 'SAMEORIGIN',
  'content-language': 'en-US',
  'strict-transport-security': 'max-age=63072000',
} as const;

/** The answer to a mail that was taken. */
export const received = {
  data: [{ code: 'EM_104', additional_info: [], message: 'Email request received' }],
  message: 'OK',
  request_id: '<m1>',
  object: 'email',
} as const;

interface Detail {
  readonly code?: string;
  readonly message: string;
  readonly target?: string;
  readonly target_value?: string;
  readonly inner_error?: { readonly code: string; readonly message: string };
}

/** The answer to a mail that was refused. */
export function refused(code: string, message: string, detail: Detail): object {
  return { error: { code, details: [detail], message, request_id: '<m4>' } };
}
