import { bounceAddressOf } from '../../bounce-address.ts';
import { longAgentKey } from '../../long-agent-key.ts';
import { requestIdOf } from '../../mail-reference.ts';
import type { LoggedMail } from '../held-mails.ts';
import { zonedTime } from '../display-time.ts';
import { logPage, shownAddress, statusOf } from '../logs.ts';
import { manage } from '../manage.ts';
import { readMail } from './scopes.ts';

/** GET /v1.0/email: version 1.1's log and filters, in the shape of the official Power Automate connector's swagger. */
export const listOlderLogs = manage(readMail, async (managing) => {
  const { offset, logs } = await logPage(managing, olderLog);
  return { body: { metadata: { offset, count: logs.length }, data: { details: logs }, message: 'OK' } };
});

function olderLog(mail: LoggedMail): object {
  const { message, agentKey } = mail;
  const status = statusOf(mail);
  return {
    email_info: {
      is_smtp_trigger: message.session.kind === 'smtp',
      subject: message.subject,
      bounce_address: bounceAddressOf(message),
      mailagent_key: longAgentKey(agentKey),
      // How it differs from the status is assumed.
      process_state: 'processed',
      from: message.from === null ? { address: '' } : shownAddress(message.from),
      to: message.to.map((address) => ({ email_address: shownAddress(address) })),
      processed_time: zonedTime(message.receivedAt),
      status,
    },
    request_id: requestIdOf(message, agentKey),
  };
}
