import type { Verdict } from '#shared/verdict.ts';
import { isObject } from '../email/json-object.ts';
import { refusal } from '../refusals.ts';
import { Field } from './field.ts';
import { parsedJson } from '../parsed-json.ts';
import { type TranslatedMail, type Translation, type Vendor, inZeptoMailShape } from './vendor-mail.ts';

/** Translates a request body of another service; whatever the bytes are, there is a translation or a problem. */
export async function translate(vendor: Vendor, body: Buffer, contentType: string): Promise<Translation> {
  const value = await (vendor.readBody ?? parsedJson)(body, contentType);
  if (!isObject(value)) {
    return { mails: [], problems: [unreadable(vendor)] };
  }
  const problems = new Map<string, Verdict>();
  const mails = vendor.readMails(new Field(value, '', problems)).map(inZeptoMailShape);
  return { mails, problems: [...problems.values()] };
}

function unreadable(vendor: Vendor): Verdict {
  return vendor.readBody === undefined
    ? refusal('invalid-json', {
        explanation: `${vendor.name}’s shape is a JSON object, and the body is none.`,
      })
    : refusal('invalid-content', {
        explanation: `${vendor.name}’s shape is a form, and the body cannot be read as one: look at its boundary.`,
      });
}

/** A verdict on a translated mail, told with the names that the application used. */
export function inVendorTerms(verdict: Verdict, mail: TranslatedMail, vendor: Vendor): Verdict {
  const source = verdict.target === undefined ? undefined : mail.sources.get(verdict.target);
  if (source === undefined) {
    return verdict;
  }
  const isMissing = verdict.subCode === 'GE_102' || (verdict.subCode === 'SM_113' && !verdict.targetValue);
  return {
    ...verdict,
    target: source,
    explanation: isMissing
      ? `“${source}” is missing or empty. ZeptoMail demands it in ${vendor.name}’s shape too.`
      : verdict.explanation.replaceAll(`“${verdict.target}”`, `“${source}”`),
  };
}
