import { domainToASCII } from 'node:url';
import { type AgentConfig, defaultMaxMessageBytes, maxMessageBytesOf } from '#shared/agent.ts';
import { assertNever } from '#shared/assert.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { Login } from './credentials.ts';
import { relayingDisallowed, replies, type Reply, replyLine } from './replies.ts';

/** What is known of a message and of the session that brought it. */
export interface SmtpFacts {
  readonly secure: boolean;
  /** Null when the client never authenticated. */
  readonly login: Login | null;
  /** Null for the empty `<>`. */
  readonly mailFrom: string | null;
  /** The address in the From header; null when there is none that can be read. */
  readonly headerFrom: string | null;
  /** The decoded Subject, `''` when it is missing; null when the header section was too long to look through. */
  readonly subject: string | null;
  /** Bytes of the raw message. */
  readonly size: number;
  /** Whether it carries the file with which virus scanners are tested. */
  readonly hasTestVirus: boolean;
}

interface JudgingAgent extends Readonly<Pick<AgentConfig, 'mode' | 'maxMessageBytes'>> {
  readonly domains: readonly string[];
}

/** Everything that production would have objected to, in the order in which it would have met it. */
export function judgeMessage(facts: SmtpFacts, agent: JudgingAgent): Verdict[] {
  return [
    judgeTls(facts.secure),
    judgeLogin(facts.login),
    judgeSender(facts.mailFrom, agent, 'MAIL FROM'),
    ...judgeContent(facts, agent),
  ].filter((verdict) => verdict !== null);
}

/** What production judges after the end of DATA: the From header, the Subject, the size and viruses. */
export function judgeContent(
  facts: Pick<SmtpFacts, 'mailFrom' | 'headerFrom' | 'subject' | 'size' | 'hasTestVirus'>,
  agent: JudgingAgent,
): Verdict[] {
  return [
    judgeFrom(facts, agent),
    judgeSubject(facts.subject),
    judgeSize(facts.size, agent),
    judgeVirus(facts.hasTestVirus),
  ].filter((verdict) => verdict !== null);
}

export function judgeTls(secure: boolean): Verdict | null {
  return secure
    ? null
    : verdictOf(
        replies.startTlsFirst,
        'The session was not encrypted. Production takes mail over TLS only: use STARTTLS, or the port with implicit TLS.',
      );
}

export function judgeLogin(login: Login | null): Verdict | null {
  if (login === null) {
    return verdictOf(
      replies.authenticationRequired,
      'The client did not authenticate. Use the user name emailapikey and one of this agent’s send mail tokens as the password.',
    );
  }
  switch (login.outcome) {
    case 'accepted':
      return null;
    case 'token-with-prefix':
      return failedLogin(
        login,
        'The password is one of this agent’s tokens with the API’s prefix “Zoho-enczapikey ” before it. Over SMTP the token stands alone.',
      );
    case 'unknown-user':
      return failedLogin(
        login,
        'Nobody here has this user name. It is emailapikey, the From address, or the emailappsmtp… name of a short password.',
      );
    case 'wrong-password':
      return failedLogin(
        login,
        'The password is neither one of this agent’s send mail tokens nor one of its short passwords.',
      );
    default:
      return assertNever(login.outcome);
  }
}

/** Judges a sender's domain. Without domains a relaxed agent does not judge, and a strict one refuses every sender. */
export function judgeSender(
  address: string | null,
  agent: Pick<JudgingAgent, 'mode' | 'domains'>,
  target: 'MAIL FROM' | 'From',
): Verdict | null {
  if (agent.domains.length === 0 && agent.mode === 'relaxed') {
    return null;
  }
  const domain = domainOf(address ?? '');
  if (agent.domains.some((verified) => asciiDomain(verified) === domain)) {
    return null;
  }
  const named = agent.domains.length === 0 ? 'It has none yet.' : `It has: ${agent.domains.join(', ')}.`;
  return verdictOf(
    relayingDisallowed(address ?? ''),
    `The domain of ${target} is not among the verified domains of this agent. ${named}`,
    { target, targetValue: address ?? '' },
  );
}

/** Judges the From header, unless MAIL FROM has the same domain and was judged. */
function judgeFrom(
  { headerFrom, mailFrom }: Pick<SmtpFacts, 'headerFrom' | 'mailFrom'>,
  agent: JudgingAgent,
): Verdict | null {
  const verdict = headerFrom === null ? null : judgeSender(headerFrom, agent, 'From');
  return headerFrom !== null && domainOf(headerFrom) === domainOf(mailFrom ?? '') ? null : verdict;
}

function judgeSubject(subject: string | null): Verdict | null {
  return subject === null || subject.trim() !== ''
    ? null
    : verdictOf(replies.subjectMandatory, 'The message has no Subject, or an empty one.', {
        target: 'Subject',
      });
}

/** Judges a message's size in bytes: by the agent's own limit when strict, by production's 15 MB when relaxed. */
function judgeSize(size: number, agent: Pick<JudgingAgent, 'mode' | 'maxMessageBytes'>): Verdict | null {
  const limit = agent.mode === 'strict' ? maxMessageBytesOf(agent) : defaultMaxMessageBytes.strict;
  return size <= limit ? null : tooLarge(size, limit);
}

function judgeVirus(hasTestVirus: boolean): Verdict | null {
  return hasTestVirus
    ? verdictOf(
        replies.virusDetected,
        'The message carries the EICAR test file, which every virus scanner finds. It is the only thing that is looked for here.',
      )
    : null;
}

/** The refusal of a message of `size` bytes where `limit` bytes are allowed. */
export function tooLarge(size: number, limit: number): Verdict {
  return verdictOf(
    replies.tooLarge,
    `The message has ${size} bytes or more; the whole mail may have ${limit}, its attachments encoded.`,
    { target: 'SIZE', targetValue: String(size) },
  );
}

/** The refusal of a recipient beyond the limit; those before it still get the message. */
export function tooManyRecipients(limit: number): Verdict {
  return verdictOf(
    replies.tooManyRecipients,
    `Recipients of one mail: ${limit} at most. The ones before were taken; send the others in a mail of their own.`,
    { target: 'RCPT TO' },
  );
}

/** The refusal of a mail because of a recipient whose entry in the suppression list rejects. */
export function recipientSuppressed(address: string, reason: string): Verdict {
  return verdictOf(
    replies.recipientSuppressed,
    `${reason}. The entry of the suppression list refuses every mail to this recipient, for all its recipients. (ZeptoMail does not tell what it answers; code and text are assumed.)`,
    { target: 'RCPT TO', targetValue: address },
  );
}

/** The refusal of a mail whose `X-TM-FILE-KEY` names a file that the agent’s file cache has not. */
export function unknownFileKey(key: string): Verdict {
  return verdictOf(
    replies.unknownFileKey,
    'The file cache of this agent has no file with this key. Keys belong to one agent, and those of production are others.',
    { target: 'X-TM-FILE-KEY', targetValue: key.slice(0, 200) },
  );
}

/**
 * Production takes the mail all the same, and the log then says “Process failed”
 * (https://www.zoho.com/zeptomail/help/settings.html).
 */
export function processFailed(explanation: string): Verdict {
  return verdictOf(
    replies.processFailed,
    `${explanation} Over SMTP production accepts such a mail, and does not send it: only the log says “Process failed”.`,
  );
}

function failedLogin(login: Login, explanation: string): Verdict {
  return verdictOf(replies.authenticationFailed, explanation, { target: 'AUTH', targetValue: login.user });
}

function verdictOf(
  reply: Reply,
  explanation: string,
  about: Pick<Verdict, 'target' | 'targetValue'> = {},
): Verdict {
  return {
    protocol: 'smtp',
    status: reply.code,
    code: replyLine(reply),
    message: reply.text,
    ...about,
    explanation,
  };
}

function domainOf(address: string): string {
  return asciiDomain(address.slice(address.lastIndexOf('@') + 1));
}

function asciiDomain(domain: string): string {
  const lower = domain.toLowerCase().replace(/\.$/, '');
  return /^[\w.-]*$/.test(lower) ? lower : domainToASCII(lower) || lower;
}
