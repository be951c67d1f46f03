import { type AgentConfig, maxMessageBytesOf } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import { refusal } from '../refusals.ts';
import { judgeAddresses, judgeAddressLimits, judgeDomains, judgeMandatory } from './address-rules.ts';
import { type FieldType, emailLimits, extraKeys, wronglyTyped } from './email-fields.ts';
import { type JsonObject, isObject } from './json-object.ts';
import { judgeFiles } from './file-rules.ts';
import { type SendKind, sendKinds } from './send-kind.ts';
import { judgeTemplate } from './template-rules.ts';
import { type Shelf, emptyShelf, withCachedFiles, withTemplate } from './shelf.ts';
import { type GivenEmail, readEmail } from './read-email.ts';

/** The parts of an agent that requests are judged by. */
export type JudgingAgent = Pick<AgentConfig, 'mode' | 'domains' | 'name' | 'maxMessageBytes'>;

/** What production would have answered, in its order (the order among several is assumed), and what is left to send. */
export type Judgement =
  | { readonly verdicts: readonly Verdict[]; readonly email: GivenEmail }
  /** No mail can be made of the request, in any mode; `fatal` says why. */
  | { readonly verdicts: readonly Verdict[]; readonly email: undefined; readonly fatal: Verdict };

/** A request can be wrong in ten thousand places; a person reads the first. */
const mostVerdicts = 50;

/** Judges the body of a send; pure but for what is asked of the shelf. `body` is undefined when it was no JSON. */
export function judgeEmail(
  body: unknown,
  agent: JudgingAgent,
  shelf: Shelf = emptyShelf,
  kind: SendKind = sendKinds.single,
): Judgement {
  if (!isObject(body)) {
    const explanation =
      body === undefined
        ? 'The body is not valid JSON: look for a trailing comma, a missing quote, or a form instead of JSON.'
        : 'The body must be a JSON object.';
    const fatal = refusal('invalid-json', { explanation });
    return { verdicts: [fatal], email: undefined, fatal };
  }
  const email = withTemplate(withCachedFiles(readEmail(body, kind), shelf), shelf);
  const template = judgeTemplate(email, kind);
  // Without its template a mail has only what it brings itself.
  const lacking = email.html === null && email.text === null ? template : [];
  const verdicts = [
    ...judgeKeys(body, kind),
    ...judgeMandatory(body, email, kind),
    ...template,
    ...judgeAddresses(email),
    ...judgeDomains(email, agent),
    ...judgeAddressLimits(email),
    ...judgeSubject(email),
    ...judgeFiles(email.files),
    ...judgeHeaders(email),
    ...judgeSize(email, agent),
  ];
  const fatal = [...verdicts.filter((verdict) => isFatal(verdict, email, { agent, kind })), ...lacking][0];
  const shown = verdicts.slice(0, mostVerdicts);
  return fatal === undefined ? { verdicts: shown, email } : { verdicts: shown, email: undefined, fatal };
}

/** Without a usable sender or recipient there is no mail, and one over the agent's size limit is never taken. */
function isFatal(
  verdict: Verdict,
  email: GivenEmail,
  { agent, kind }: { readonly agent: JudgingAgent; readonly kind: SendKind },
): boolean {
  switch (verdict.target) {
    case 'from':
      return !email.from.isValid;
    case 'to':
    case 'cc':
    case 'bcc':
      return !(kind.batch ? email.to : [...email.to, ...email.cc, ...email.bcc]).some(
        ({ isValid }) => isValid,
      );
    case undefined:
      return sizeOf(email) > maxMessageBytesOf(agent);
    default:
      return false;
  }
}

const typeNames: Readonly<Record<FieldType, string>> = {
  object: 'an object',
  list: 'a list',
  string: 'a string',
  boolean: 'a boolean',
  'merge info': 'an object, or the JSON of one in a string',
};

function judgeKeys(body: JsonObject, kind: SendKind): Verdict[] {
  const extra = extraKeys(body, kind).map((key) =>
    refusal('extra-key', { target: `[${key.slice(0, 200).toWellFormed()}]`, explanation: whyExtra(key) }),
  );
  const wrong = wronglyTyped(body, kind).map(({ key, expected }) =>
    refusal('wrong-type', {
      target: key,
      targetValue: body[key],
      explanation: `“${key}” must be ${typeNames[expected]}; Restante left it out.`,
    }),
  );
  return [...extra, ...wrong];
}

/** What people mean by keys that ZeptoMail does not know. */
const meant: Readonly<Record<string, string>> = {
  headers: 'mime_headers',
  replay_to: 'reply_to',
  replyTo: 'reply_to',
  html: 'htmlbody',
  html_body: 'htmlbody',
  text: 'textbody',
  text_body: 'textbody',
  attachment: 'attachments',
  inlineImages: 'inline_images',
};

function whyExtra(key: string): string {
  const right = Object.hasOwn(meant, key) ? meant[key] : undefined;
  return right === undefined
    ? 'ZeptoMail does not know this key and refuses the whole request; Restante left it out.'
    : `ZeptoMail does not know this key and refuses the whole request. It is called “${right}”; Restante left it out.`;
}

function judgeSubject(email: GivenEmail): Verdict[] {
  if (email.subject.length <= emailLimits.subjectLength) {
    return [];
  }
  const explanation = `The subject has ${email.subject.length} characters, ${emailLimits.subjectLength} are allowed.`;
  return [refusal('too-long', { target: 'subject', targetValue: email.subject, explanation })];
}

const headerProblemTexts = {
  'no-name': 'is no header name; Restante left it out.',
  reserved: 'is decided by the request’s own fields; Restante left it out.',
  'line-break': 'has a line break in its value; Restante made it a blank.',
  'no-string': 'is not a string.',
} as const;

function judgeHeaders(email: GivenEmail): Verdict[] {
  return email.headers.flatMap(({ name, problem }) =>
    problem === null
      ? []
      : [
          refusal('invalid-header', {
            target: 'mime_headers',
            targetValue: name,
            explanation: `“${name.slice(0, 100).toWellFormed()}” ${headerProblemTexts[problem]}`,
          }),
        ],
  );
}

function judgeSize(email: GivenEmail, agent: JudgingAgent): Verdict[] {
  const size = sizeOf(email);
  const limit = maxMessageBytesOf(agent);
  if (size <= limit) {
    return [];
  }
  const explanation = `The mail has ${size} bytes before encoding, “${agent.name}” takes ${limit}.`;
  return [refusal('too-large', { explanation })];
}

/** Bytes of the bodies and files as they are before base64: by this production's 15 MB are counted (assumed). */
export function sizeOf(email: GivenEmail): number {
  const files = email.files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  return files + Buffer.byteLength(email.html ?? '') + Buffer.byteLength(email.text ?? '');
}
