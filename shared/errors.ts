// Free of zod: the worker threads load this file, and zod would cost each of them 10 MB.

/**
 * Every error that a person or a client of the control API can meet, with its HTTP status and one human text.
 * `{name}` placeholders are filled from the error's details.
 */
export const errorTable = {
  // control API
  'request.invalid': { status: 400, text: '{reason}' },
  'request.too-large': { status: 413, text: 'The request is larger than {limit} bytes.' },
  'request.not-json': {
    status: 415,
    text: 'The body must be JSON, and the Content-Type application/json must say so.',
  },
  'request.broken-off': { status: 400, text: 'The request broke off before its end.' },
  'request.unreadable': { status: 400, text: 'This is no HTTP request that can be read.' },
  'request.timeout': { status: 408, text: 'The request did not come in time.' },
  'request.headers-too-large': { status: 431, text: 'The header fields of the request are too large.' },
  'request.host-refused': {
    status: 403,
    text: 'The Host header names {host}, which is not an address of this machine. Restante answers on loopback names only.',
  },
  'request.origin-refused': {
    status: 403,
    text: 'A page from {origin} asked. Restante answers its own page and programs on this machine only.',
  },
  'route.not-found': { status: 404, text: 'There is no {method} {path} in the control API.' },
  'route.wrong-method': { status: 405, text: '{path} does not answer {method}. It answers {allowed}.' },
  'agent.not-found': { status: 404, text: 'There is no Mail Agent with the id {id}.' },
  'agent.name-taken': { status: 409, text: 'Another Mail Agent is already called “{name}”.' },
  'agent.limit': { status: 409, text: 'There are {limit} Mail Agents already, as many as ZeptoMail allows.' },
  'agent.sandbox-limit': {
    status: 409,
    text: 'There are {limit} sandbox agents already, as many as ZeptoMail allows.',
  },
  'agent.sandbox-fixed': {
    status: 409,
    text: 'Sandbox mode is chosen when a Mail Agent is created, and stays. Create another agent instead.',
  },
  'agent.last': {
    status: 409,
    text: 'The last Mail Agent cannot be deleted: without one nothing can arrive.',
  },
  'agent.port-conflict': { status: 409, text: 'Port {port} is already used by {owner}.' },
  'agent.credential-taken': { status: 409, text: 'This is in use already, by {owner}.' },
  'agent.order-mismatch': { status: 400, text: 'The order must name every Mail Agent exactly once.' },
  'token.limit': { status: 409, text: 'A Mail Agent has at most {limit} send mail tokens.' },
  'token.not-found': { status: 404, text: 'This Mail Agent has no send mail token with the id {id}.' },
  'short-password.limit': { status: 409, text: 'A Mail Agent has at most {limit} short SMTP passwords.' },
  'short-password.not-found': {
    status: 404,
    text: 'This Mail Agent has no short SMTP password with the id {id}.',
  },
  'export.not-found': {
    status: 404,
    text: 'There is no export with the id {id}. It may have been deleted, or its three days are over.',
  },
  'file.not-found': { status: 404, text: 'This Mail Agent has no cached file with the key {key}.' },
  'file.empty': { status: 400, text: 'The file has no content.' },
  'file.blocked': { status: 422, text: 'ZeptoMail takes no .{extension} files.' },
  'file.cache-full': { status: 409, text: 'The file cache holds {limit} bytes at most. Delete files first.' },
  'message.not-found': {
    status: 404,
    text: 'There is no message with the id {id}. It may have been deleted.',
  },
  'message.deletion-final': {
    status: 404,
    text: 'This deletion cannot be taken back any more: it was already, it is over an hour ago, or Restante was closed since.',
  },
  'message.no-html': { status: 404, text: 'The message has no HTML part.' },
  'message.no-request': { status: 404, text: 'The message came by SMTP: there was no API request.' },
  'message.request-not-kept': {
    status: 409,
    text: 'The body of the request was too long to be kept whole. The mail that it became is: send that again by SMTP.',
  },
  'message.part-not-found': { status: 404, text: 'The message has no part {part}.' },
  'import.not-mail': {
    status: 422,
    text: '{name} is no mail: it is neither an .eml file, nor an mbox, nor a zip archive of such files.',
  },
  'import.bad-archive': { status: 422, text: '{name} cannot be read as a zip archive: {reason}' },
  'workspace.not-one': { status: 422, text: '{name} is no workspace file of Restante.' },
  'workspace.newer': {
    status: 422,
    text: '{name} was written by a newer Restante (version {found}, this one knows {known}). Nothing was changed.',
  },
  'workspace.damaged': {
    status: 422,
    text: '{name} is damaged: {reason} Nothing was changed.',
  },
  'workspace.cancelled': {
    status: 409,
    text: 'Opening {name} was cancelled. Nothing was changed.',
  },
  'demo.not-empty': {
    status: 409,
    text: '{folder} holds something else than the demo. It is made in an empty folder only.',
  },
  'task.not-found': { status: 404, text: 'There is no import or replay with the id {id}.' },
  'search.invalid': { status: 400, text: '{reason}' },
  'saved-search.not-found': { status: 404, text: 'There is no saved search with the id {id}.' },
  'saved-search.name-taken': { status: 409, text: 'Another saved search is already called “{name}”.' },
  'saved-search.limit': { status: 409, text: 'There are {limit} saved searches already.' },
  'tag.not-found': { status: 404, text: 'No message has the tag “{name}”.' },
  'waiting.closed': { status: 503, text: 'Restante is closing: nothing is waited for any more.' },
  'waiting.nothing-arrived': {
    status: 408,
    text: 'No message that was waited for came within {seconds} s. {count} came that missed a condition: see “arrived”.',
  },
  'sample.not-sent': { status: 502, text: 'The sample could not be sent to {address}: {reason}' },
  'sample.no-domain': {
    status: 409,
    text: '{name} is strict and has no domains, so that it refuses every sender. Add a domain first.',
  },
  'activity.not-found': {
    status: 404,
    text: 'There is no activity with the id {id}. It may have been cleared.',
  },
  'webhook.not-found': { status: 404, text: 'This Mail Agent has no webhook with the id {id}.' },
  'webhook.limit': { status: 409, text: 'A Mail Agent has at most {limit} webhooks.' },
  'webhook.delivery-not-found': {
    status: 404,
    text: 'There is no delivery with the id {id}. Older ones go, and all of a webhook that is deleted.',
  },
  'failure.not-found': { status: 404, text: 'This Mail Agent has no failure with the id {id}.' },
  'failure.limit': {
    status: 409,
    text: 'The failure laboratory of a Mail Agent has at most {limit} switches.',
  },
  'suppression.not-found': { status: 404, text: 'There is no suppression with the id {id}.' },
  'suppression.exists': { status: 409, text: '{value} is on the suppression list already.' },
  'outcome.invalid': { status: 400, text: '{reason}' },
  'agent.not-listening': { status: 409, text: '{name} is not listening: switch it on first.' },
  'template.not-found': {
    status: 404,
    text: 'This Mail Agent has no template with the key {key}. It may have been deleted.',
  },
  'template.alias-taken': {
    status: 409,
    text: 'The alias {alias} is in use already, by the template “{name}”.',
  },
  'template.no-body': { status: 400, text: 'A template needs an HTML body, a text body or both.' },
  'template.syntax': { status: 400, text: '{reason}' },
  'oauth-client.not-found': { status: 404, text: 'There is no OAuth client with the id {id}.' },
  'oauth-client.taken': {
    status: 409,
    text: 'There is an OAuth client with the client id {clientId} already.',
  },
  internal: { status: 500, text: 'Something went wrong inside Restante: {reason}' },
  // ports and start-up
  'port.in-use': { status: 409, text: 'Port {port} is already in use by another program.' },
  'port.not-permitted': {
    status: 403,
    text: 'This account may not open port {port}. Ports below 1024 often need more rights.',
  },
  'port.address-unavailable': { status: 409, text: 'The address {host} is not available on this machine.' },
  'port.failed': { status: 500, text: 'Port {port} could not be opened: {reason}' },
  'port.none-free': { status: 409, text: 'No free port was found after {port}.' },
  'data.locked': {
    status: 409,
    text: 'Another Restante already uses the data folder {folder} (process {pid}). Close it, or choose another folder with --data.',
  },
  'data.unwritable': { status: 500, text: 'The data folder {folder} cannot be written: {reason}' },
  'agents.newer': {
    status: 500,
    text: 'The file {file} was written by a newer Restante (version {found}, this one knows {known}). Nothing was changed.',
  },
  'settings.newer': {
    status: 500,
    text: 'The file {file} was written by a newer Restante (version {found}, this one knows {known}). Nothing was changed.',
  },
  'store.failed': { status: 503, text: 'The message store cannot take mail at the moment: {reason}' },
  'store.newer': {
    status: 500,
    text: 'The message store in {folder} was written by a newer Restante (schema {found}, this one knows {known}). Nothing was changed.',
  },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof errorTable;

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The human text of an error code, with its placeholders filled. */
export function errorText(code: ErrorCode, details: ErrorDetails = {}): string {
  return errorTable[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** An error that people can meet: it has a code, and its message is the code's text. */
export class RestanteError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** The field of the request that caused it, as a dotted path. */
  readonly field: string | undefined;

  constructor(
    code: ErrorCode,
    details: ErrorDetails = {},
    options: { field?: string; cause?: unknown } = {},
  ) {
    super(errorText(code, details), options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'RestanteError';
    this.code = code;
    this.details = details;
    this.field = options.field;
  }
}
