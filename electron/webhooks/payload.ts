import type { Address, MessageDetail } from '#shared/message.ts';
import type { WebhookEvent } from '#shared/webhook.ts';
import { bounceAddressOf } from '../zeptomail/bounce-address.ts';
import { hiddenRecipients } from '../zeptomail/hidden-recipients.ts';
import { longAgentKey } from '../zeptomail/long-agent-key.ts';
import { referenceOf, requestIdOf } from '../zeptomail/mail-reference.ts';
import { eventData, type Happening } from './event-data.ts';
import { zonedTime } from './zoned-time.ts';

/** What the payload says of a message. */
export type TellableMessage = Pick<
  MessageDetail,
  | 'id'
  | 'door'
  | 'receivedAt'
  | 'envelope'
  | 'from'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'replyTo'
  | 'messageId'
  | 'subject'
  | 'sending'
>;

export interface PayloadParts {
  readonly event: WebhookEvent;
  readonly happening: Happening;
  readonly message: TellableMessage;
  readonly agentKey: string;
  /** Of this call to this webhook, in the grammar of request ids (`w1`). */
  readonly webhookRequestId: string;
}

/** The JSON of one event, its keys in the order of ZeptoMail's samples (help/webhooks.html). */
export function payloadOf({ event, happening, message, agentKey, webhookRequestId }: PayloadParts): string {
  const sender = message.from?.address ?? message.envelope.mailFrom ?? '';
  const requestId = requestIdOf(message, agentKey);
  const bounceAddress = bounceAddressOf(message);
  return JSON.stringify({
    event_name: [event],
    event_message: [
      {
        email_info: {
          email_reference: referenceOf(message, agentKey),
          // Assumed: empty, not left out, when the send gave none.
          client_reference: message.sending?.clientReference ?? '',
          is_smtp_trigger: message.door === 'smtp' || message.door === 'smtps',
          subject: message.subject,
          bounce_address: bounceAddress,
          from: mailbox(message.from ?? { address: sender, name: '' }),
          to: message.to.map(recipient),
          cc: message.cc.map(recipient),
          bcc: hiddenRecipients(message).map(recipient),
          reply_to: message.replyTo.map(mailbox),
          processed_time: zonedTime(new Date(message.receivedAt)),
          object: 'email',
        },
        event_data: [eventData(event, happening, sender, bounceAddress)],
        request_id: requestId,
      },
    ],
    mailagent_key: longAgentKey(agentKey),
    webhook_request_id: webhookRequestId,
  });
}

function mailbox({ address, name }: Address): object {
  return { address, name };
}

function recipient(address: Address): object {
  return { email_address: mailbox(address) };
}
