import type { Verdict } from '#shared/verdict.ts';
import { authorizeSend } from '../email/authorize-send.ts';
import { type ExpandedEmail, expandEmail } from '../email/expand-email.ts';
import { holdEmails } from '../email/hold-emails.ts';
import { judgeEmail } from '../email/judge-email.ts';
import { judgeSuppressed } from '../email/judge-suppressed.ts';
import { sendKinds } from '../email/send-kind.ts';
import { contentTypeOf } from '../exchange.ts';
import { type ResourceMethod, refuse } from '../resource.ts';
import { inVendorTerms, translate } from './translate.ts';
import type { Vendor } from './vendor-mail.ts';

/** A request can be wrong in ten thousand places; a person reads the first. */
const mostVerdicts = 50;

/**
 * POST /v1.1/<shape>/email: a body in another service's shape, judged, held and answered as POST /v1.1/email would
 * (assumed), or as a batch when it holds several mails (assumed). These are taken whole or not at all.
 */
export function sendTransition(vendor: Vendor): ResourceMethod {
  return async function sendTranslated(request, context) {
    const { agent } = context;
    const { mails, problems } = await translate(vendor, request.body, contentTypeOf(request));
    const authorization = authorizeSend(request, context);
    const verdicts: Verdict[] = authorization === undefined ? [...problems] : [authorization, ...problems];
    const emails: ExpandedEmail[] = [];
    let fatal = mails.length === 0 ? problems[0] : undefined;
    for (const mail of mails) {
      const judgement = judgeEmail(mail.body, agent);
      const suppressed = judgement.email === undefined ? [] : judgeSuppressed(judgement.email, context);
      const found = [...judgement.verdicts, ...suppressed];
      verdicts.push(...found.map((verdict) => inVendorTerms(verdict, mail, vendor)));
      if (judgement.email === undefined) {
        fatal ??= inVendorTerms(judgement.fatal, mail, vendor);
      } else {
        emails.push(...expandEmail(judgement.email, sendKinds.single));
      }
    }
    const shown = verdicts.slice(0, mostVerdicts);
    const refused = agent.mode === 'strict' ? verdicts[0] : fatal;
    if (refused !== undefined) {
      return refuse(request, context, refused, shown);
    }
    const kind = emails.length > 1 ? sendKinds.batch : sendKinds.single;
    return holdEmails(request, context, { emails, count: emails.length, kind, verdicts: shown });
  };
}
