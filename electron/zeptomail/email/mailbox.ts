import { domainToASCII } from 'node:url';
import type { Address } from '#shared/message.ts';
import { isObject } from './json-object.ts';
import { type MergeInfo, readMergeInfo } from './merge-info.ts';

/** An address as a request gives it: what was found, and whether mail can be addressed to it. */
export interface GivenMailbox {
  readonly address: string;
  readonly name: string;
  readonly isValid: boolean;
}

/**
 * A dot-atom or Unicode local part and a domain name (RFC 5321 4.1.2, RFC 6531); no quoted strings and no address
 * literals, which ZeptoMail does not document.
 */
const mailboxPattern =
  /^[^\s"(),:;<>@[\]\\.\p{Cc}\p{Cf}\p{Cs}]+(?:\.[^\s"(),:;<>@[\]\\.\p{Cc}\p{Cf}\p{Cs}]+)*@[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?$/u;

/** Whether mail can be addressed to it: 64 characters before the @, 254 in all. */
export function isMailAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    address.indexOf('@') <= 64 &&
    mailboxPattern.test(address) &&
    asciiDomain(address) !== ''
  );
}

/** A domain in lower case whose labels are neither punycode nor, at its end, a number: it is its own ASCII form. */
const plainDomain = /^(?:[a-z\d](?:-?[a-z\d])*\.)*[a-z]+$/;

/** The domain of an address in ASCII and lower case, as it is compared; empty when it is no domain. */
export function asciiDomain(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (domain.length <= 63 && plainDomain.test(domain)) {
    return domain;
  }
  return domain.split('.').some((label) => label === '' || label.length > 63) ? '' : domainToASCII(domain);
}

/** Reads `{address, name}`; anything else is a mailbox without an address. */
export function readMailbox(value: unknown): GivenMailbox {
  const address = isObject(value) && typeof value['address'] === 'string' ? value['address'].trim() : '';
  const name = isObject(value) && typeof value['name'] === 'string' ? value['name'] : '';
  return { address, name, isValid: isMailAddress(address) };
}

/** A recipient, and what their own mail of a batch is filled from; null without. */
export interface GivenRecipient extends GivenMailbox {
  readonly mergeInfo: MergeInfo | null;
}

/**
 * Reads a `to`, `cc` or `bcc` list: every entry is `{email_address: {address, name}}`, in a batch with a `merge_info`
 * beside it, or inside of it, where a Python client puts it.
 */
export function readRecipients(value: unknown): readonly GivenRecipient[] {
  return Array.isArray(value) ? value.map(readRecipient) : [];
}

function readRecipient(entry: unknown): GivenRecipient {
  const outside = isObject(entry) ? entry : {};
  const inside = isObject(outside['email_address']) ? outside['email_address'] : {};
  const mergeInfo = readMergeInfo(outside['merge_info']) ?? readMergeInfo(inside['merge_info']);
  return { ...readMailbox(inside), mergeInfo };
}

/** Reads a `reply_to` list of `{address, name}`. */
export function readMailboxes(value: unknown): readonly GivenMailbox[] {
  return Array.isArray(value) ? value.map(readMailbox) : [];
}

/** Those that mail can be addressed to. */
export function validAddresses(mailboxes: readonly GivenMailbox[]): Address[] {
  return mailboxes.filter(({ isValid }) => isValid).map(({ address, name }) => ({ address, name }));
}
