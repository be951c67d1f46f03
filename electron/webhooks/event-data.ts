import { assertNever } from '#shared/assert.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { WebhookEvent } from '#shared/webhook.ts';
import { readerFacts } from './user-agent.ts';
import { zonedTime } from './zoned-time.ts';

/** What happened, without the message that it happened to. */
export type Happening = Pick<Outcome, 'recipient' | 'at' | 'category' | 'diagnostic' | 'link' | 'userAgent'>;

const eventOfKind = {
  delivered: 'email_delivery',
  softbounce: 'softbounce',
  hardbounce: 'hardbounce',
  open: 'email_open',
  click: 'email_link_click',
  complaint: 'fbl_compliant',
} as const satisfies Record<Outcome['kind'], WebhookEvent>;

export function eventOf({ kind }: Pick<Outcome, 'kind'>): WebhookEvent {
  return eventOfKind[kind];
}

/** One `event_data` entry, its keys in the order of ZeptoMail's samples. @param from the sender's address */
export function eventData(
  event: WebhookEvent,
  happening: Happening,
  from: string,
  returnPath: string,
): object {
  return { details: [detailsOf(event, happening, from, returnPath)], object: event };
}

function detailsOf(event: WebhookEvent, happening: Happening, from: string, returnPath: string): object {
  const time = zonedTime(new Date(happening.at));
  switch (event) {
    case 'softbounce':
    case 'hardbounce':
      return {
        reason: reasonOf(happening.category ?? ''),
        bounced_recipient: happening.recipient,
        time,
        diagnostic_message: happening.diagnostic ?? '',
      };
    case 'email_open':
      return readingDetails(happening, time);
    case 'email_link_click':
      return { clicked_link: happening.link ?? '', ...readingDetails(happening, time) };
    case 'fbl_compliant':
      // Assumed: who reports. Production names the mailbox provider's feedback loop.
      return {
        fblFrom: `feedback-loop@${domainOf(happening.recipient)}`,
        returnPath,
        ip: '127.0.0.1',
        from,
        to: happening.recipient,
      };
    case 'email_delivery':
      // Assumed: no sample of it is known.
      return { recipient: happening.recipient, time };
    default:
      return assertNever(event);
  }
}

/** Of “Relaying issues” the sample makes `relaying-issues`; assumed: and so of all other categories. */
function reasonOf(category: string): string {
  return category.toLowerCase().replaceAll(' ', '-');
}

function readingDetails({ userAgent }: Happening, time: string): object {
  const { email_client, browser, operating_system, device } = readerFacts(userAgent ?? '');
  return {
    email_client,
    modified_time: time,
    // Everything happens on this machine: there is no place to tell.
    ip_location_info: {
      zipcode: '',
      country_code: '',
      city: '',
      latitude: '',
      country_name: '',
      ip_address: '127.0.0.1',
      time_zone: '',
      region: '',
      longitude: '',
    },
    browser,
    operating_system,
    time,
    device,
    user_agent: userAgent ?? '',
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
