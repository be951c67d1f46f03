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
 * One request and its answer. In texts `{token}` and the like are words (words.ts); in answers `<m1>`, `<time>` and the
 * like stand for what is different each time (placeholders.ts).
 */
export interface Row {
  readonly title: string;
  readonly evidence: Evidence;
  readonly request: RowRequest;
  readonly status: number;
  /** The JSON, keys in this order, or a text that is no JSON; undefined where nobody knows it and only the status is compared. */
  readonly answer?: unknown;
  /** Header fields that must be there, names in lower case. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
  /** Words that it gives to the rows after it, and where they stand in the answer: `data.0.template_key`, or a header field `header:location?code`. */
  readonly gives?: Readonly<Record<string, string>>;
  /** It creates, changes or deletes what an account keeps: the real service is asked only on request. */
  readonly changes?: true;
  /** The real service asks a person who is signed in, which no row can be: it is asked of ours alone. */
  readonly oursAlone?: true;
  /** What it asks for may take a while to be there: it is asked again until the answer is right. */
  readonly eventually?: true;
}

/** The rows of an endpoint, in the order in which they are asked. */
export type Table = readonly [title: string, rows: readonly Row[]];

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
