import type { AgentConfig } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import { refusal } from '../refusals.ts';
import { emailLimits } from './email-fields.ts';
import { type JsonObject } from './json-object.ts';
import { type GivenMailbox, asciiDomain, isMailAddress } from './mailbox.ts';
import type { GivenEmail } from './read-email.ts';
import type { SendKind } from './send-kind.ts';

/** The agent's facts that addresses are judged by. */
export type SenderRules = Pick<AgentConfig, 'mode' | 'domains' | 'name'>;

/** Fields that must be there: the sender, one recipient, and unless a template has them, a subject and a body (GE_102). */
export function judgeMandatory(body: JsonObject, email: GivenEmail, kind: SendKind): Verdict[] {
  const verdicts: Verdict[] = [];
  if (email.from.address === '') {
    const explanation = 'There is no sender. Give “from” as {"address": "...", "name": "..."}.';
    verdicts.push(refusal('field-empty', { target: 'from', explanation }));
  }
  // In a batch every mail has its own recipient in “to”.
  const others = kind.batch ? 0 : email.cc.length + email.bcc.length;
  if (email.to.length + others === 0) {
    const explanation =
      'There is no recipient. Give “to” as [{"email_address": {"address": "...", "name": "..."}}].';
    verdicts.push(refusal('field-empty', { target: 'to', explanation }));
  }
  if (!kind.template && email.subject.trim() === '') {
    const explanation = 'The subject is missing or empty; ZeptoMail demands one.';
    verdicts.push(refusal('field-empty', { target: 'subject', explanation }));
  }
  if (!kind.template && email.html === null && email.text === null) {
    const hint =
      Object.hasOwn(body, 'html') || Object.hasOwn(body, 'text')
        ? ' The keys are not “html” and “text”.'
        : '';
    const explanation = `The mail has no body. Give “htmlbody”, “textbody” or both.${hint}`;
    verdicts.push(refusal('field-empty', { target: 'htmlbody', explanation }));
  }
  return verdicts;
}

/** Addresses that cannot be right (SM_113). */
export function judgeAddresses(email: GivenEmail): Verdict[] {
  const lists: readonly (readonly [field: string, mailboxes: readonly GivenMailbox[]])[] = [
    ['from', email.from.address === '' ? [] : [email.from]],
    ['to', email.to],
    ['cc', email.cc],
    ['bcc', email.bcc],
    ['reply_to', email.replyTo],
  ];
  return lists.flatMap(([target, mailboxes]) =>
    mailboxes
      .filter(({ isValid }) => !isValid)
      .map(({ address }) =>
        refusal('invalid-address', {
          target,
          targetValue: address,
          explanation: whyInvalid(target, address),
        }),
      ),
  );
}

function whyInvalid(field: string, address: string): string {
  if (address !== '') {
    return `“${field}” holds an address that no mail can go to. The 401 has nothing to do with the token.`;
  }
  return field === 'reply_to'
    ? 'An entry of “reply_to” has no address. Its entries are {"address": "...", "name": "..."}.'
    : `An entry of “${field}” has no address. Its entries are {"email_address": {"address": "...", "name": "..."}}.`;
}

/** The sender's and the bounce address's domain against the agent's (SM_111, SM_113). */
export function judgeDomains(email: GivenEmail, agent: SenderRules): Verdict[] {
  const verdicts: Verdict[] = [];
  if (email.from.isValid && !isAgentDomain(asciiDomain(email.from.address), agent, false)) {
    verdicts.push(
      refusal('domain-not-verified', {
        target: 'from',
        targetValue: email.from.address,
        explanation:
          agent.domains.length === 0
            ? `“${agent.name}” is strict and has no domain, so no sender is allowed. Add the sender’s domain to the agent.`
            : `The sender’s domain is none of the domains of “${agent.name}” (${agent.domains.slice(0, 5).join(', ')}). Add it to the agent, or send from one of these.`,
      }),
    );
  }
  const bounce = email.bounceAddress;
  if (bounce !== null && !(isMailAddress(bounce) && isAgentDomain(asciiDomain(bounce), agent, true))) {
    const explanation =
      'The bounce address is not one of the agent’s: it must be an address at one of its domains or below.';
    verdicts.push(refusal('invalid-address', { target: 'bounce_address', targetValue: bounce, explanation }));
  }
  return verdicts;
}

/** A relaxed agent without domains does not judge any. Bounce addresses live below a domain: bounce.zylker.com. */
function isAgentDomain(domain: string, agent: SenderRules, below: boolean): boolean {
  if (agent.domains.length === 0) {
    return agent.mode === 'relaxed';
  }
  return agent.domains.some((own) => {
    const ascii = asciiDomain(own);
    return domain === ascii || (below && domain.endsWith(`.${ascii}`));
  });
}

/** Too many recipients (SM_127), too long names (SM_129). */
export function judgeAddressLimits(email: GivenEmail): Verdict[] {
  const verdicts: Verdict[] = [];
  const recipients = [...email.to, ...email.cc, ...email.bcc];
  for (const [target, mailboxes] of [
    ['to', recipients],
    ['reply_to', email.replyTo],
  ] as const) {
    const count = new Set(mailboxes.map(({ address }) => address.toLowerCase())).size;
    if (count > emailLimits.recipients) {
      const explanation = `There are ${count} different addresses, ${emailLimits.recipients} are the most that one mail may have.`;
      verdicts.push(refusal('too-many', { target, explanation }));
    }
  }
  const lists = { from: [email.from], to: email.to, cc: email.cc, bcc: email.bcc, reply_to: email.replyTo };
  for (const [target, mailboxes] of Object.entries(lists)) {
    const long = mailboxes.find(({ name }) => name.length > emailLimits.nameLength);
    if (long !== undefined) {
      const explanation = `A name in “${target}” has ${long.name.length} characters, ${emailLimits.nameLength} are allowed.`;
      verdicts.push(refusal('too-long', { target, targetValue: long.name, explanation }));
    }
  }
  return verdicts;
}
