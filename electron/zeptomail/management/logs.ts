import type { MessageDetail } from '#shared/message.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { Standing } from '#shared/standing.ts';
import { bounceAddressOf } from '../bounce-address.ts';
import { hiddenRecipients } from '../hidden-recipients.ts';
import { longAgentKey } from '../long-agent-key.ts';
import { referenceOf, requestIdOf } from '../mail-reference.ts';
import type { Resource } from '../resource.ts';
import { Failure } from './failure.ts';
import { deliveriesOf, standingsOf } from './deliveries.ts';
import { heldMails, type LoggedMail, mailByReference } from './held-mails.ts';
import { zonedTime } from './display-time.ts';
import { manage, type Managing } from './manage.ts';
import { countOf } from './read-field.ts';

/** GET /v1.1/email: the log of what was sent; the sent mails are the held ones. */
export const listLogs = manage({ group: 'email', operation: 'READ' }, async (managing) => {
  const { offset, logs } = await logPage(managing, logOf);
  return { body: { metadata: { offset, count: logs.length }, data: { logs }, status: 'success' } };
});

/** The page of held mails that the query asks for, each as `shown` tells it. */
export async function logPage(
  managing: Managing,
  shown: (mail: LoggedMail) => object,
): Promise<{ readonly offset: number; readonly logs: readonly object[] }> {
  const { query } = managing;
  const offset = countOf(query, 'offset', 0, 1_000_000);
  // The page's usual length is assumed.
  const limit = countOf(query, 'limit', 50, 500);
  const logs: object[] = [];
  let skipped = 0;
  if (limit > 0) {
    for await (const mail of heldMails(managing)) {
      if (skipped < offset) {
        skipped += 1;
        continue;
      }
      logs.push(shown(mail));
      if (logs.length === limit) {
        break;
      }
    }
  }
  return { offset, logs };
}

/** GET /v1.1/email/email-reference/{email_reference}: one mail with everything that happened to it. */
export const oneLog: Resource = {
  GET: manage({ group: 'email', operation: 'READ' }, async (managing) => {
    const mail = await mailByReference(managing, managing.params['reference'] ?? '');
    if (mail === undefined) {
      throw new Failure('no-records');
    }
    const data = {
      ...logOf(mail),
      email_tracking_details: trackingOf(mail.outcomes),
      email_delivery_details: deliveryOf(mail),
    };
    return { body: { data, status: 'success' } };
  }),
};

function logOf(mail: LoggedMail): object {
  const { message, agentKey } = mail;
  const bcc = hiddenRecipients(message);
  return {
    // A list tells of nothing but the mails themselves.
    email_tracking_details: {},
    email_delivery_details: {},
    email_info: {
      email_reference: referenceOf(message, agentKey),
      // Documented for sending one mail; assumed for all.
      mail_type: 'send-mail',
      subject: message.subject,
      bounce_address: bounceAddressOf(message),
      from: message.from === null ? { address: '' } : shownAddress(message.from),
      message_id: message.messageId ?? '',
      to: message.to.map(shownAddress),
      ...(message.cc.length === 0 ? {} : { cc: message.cc.map(shownAddress) }),
      ...(bcc.length === 0 ? {} : { bcc: bcc.map(shownAddress) }),
      processed_time: zonedTime(message.receivedAt),
      mailagent_key: longAgentKey(agentKey),
      status: statusOf(mail),
    },
    request_id: requestIdOf(message, agentKey),
  };
}

export function shownAddress({ address, name }: MessageDetail['to'][number]): object {
  return name === '' ? { address } : { address, name };
}

/** The console's words; that the log writes them in lower case is known of `processed`, and assumed of the others. */
const statuses: Readonly<Record<Standing, string>> = {
  processed: 'processed',
  delivered: 'delivered',
  softbounce: 'soft bounce',
  hardbounce: 'hard bounce',
  failed: 'process failed',
};

/** What became of a mail, in the console's words; for nobody at all it was processed. */
export function statusOf(mail: LoggedMail): string {
  const [first = 'processed', ...others] = standingsOf(mail);
  return others.length > 0 ? 'multiple status' : statuses[first];
}

function deliveryOf(mail: LoggedMail): object {
  const told = deliveriesOf(mail);
  return Object.fromEntries(
    [...new Set(told.map(({ kind }) => kind))].map((kind) => [
      kind,
      told
        .filter((delivery) => delivery.kind === kind)
        .map(({ recipient, at, diagnostic, category }) => ({
          recipient,
          time: zonedTime(at),
          ...(diagnostic === null ? {} : { reason: diagnostic }),
          ...(category === null ? {} : { category }),
        })),
    ]),
  );
}

function trackingOf(outcomes: readonly Outcome[]): object {
  const opened = eventsOf(outcomes.filter(({ kind }) => kind === 'open'));
  const clicked = eventsOf(outcomes.filter(({ kind }) => kind === 'click'));
  return {
    ...(opened === undefined ? {} : { email_open: opened }),
    ...(clicked === undefined ? {} : { email_link_click: clicked }),
  };
}

function eventsOf(outcomes: readonly Outcome[]): object | undefined {
  const [first] = outcomes;
  return (
    first && {
      details: outcomes.map(({ at, userAgent }) => ({
        time: zonedTime(at),
        first_event_time: zonedTime(first.at),
        ...(userAgent === null ? {} : { user_agent: userAgent }),
      })),
      event_count: outcomes.length,
    }
  );
}
