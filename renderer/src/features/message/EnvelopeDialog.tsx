import type { MessageDetail } from '#shared/message.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { envelopeRecipients, envelopeRemarks, recipientRemark } from './envelope-facts.ts';
import classes from './EnvelopeDialog.module.css';
import { Facts } from './Facts.tsx';

/** So many recipients are listed. */
const mostListed = 500;

interface EnvelopeDialogProps {
  readonly message: MessageDetail;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The envelope beside the headers: who sent it, who really got it, and what is odd about that. */
export function EnvelopeDialog({ message, opened, onClose }: EnvelopeDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Envelope and headers" size="lg">
      <Envelope message={message} />
    </Dialog>
  );
}

function Envelope({ message }: Pick<EnvelopeDialogProps, 'message'>) {
  const { envelope, from, replyTo, headers } = message;
  const sender = headers.find(({ name }) => name.toLowerCase() === 'sender')?.value;
  const remarks = envelopeRemarks(message);
  const recipients = envelopeRecipients(message);
  return (
    <>
      <Facts
        facts={[
          ['MAIL FROM, for bounces', envelope.mailFrom || '<>'],
          ['From, for the reader', from?.address ?? 'none'],
          ...(sender === undefined ? [] : [['Sender', sender] as const]),
          ...(replyTo.length === 0
            ? []
            : [['Reply-To', replyTo.map(({ address }) => address).join(', ')] as const]),
        ]}
      />
      {remarks.length > 0 ? (
        <ul className={classes['remarks']} aria-label="Remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      ) : (
        <p className={classes['fine']}>Envelope and headers say the same.</p>
      )}
      <table className={classes['recipients']}>
        <thead>
          <tr>
            <th scope="col">Recipient</th>
            <th scope="col">RCPT TO</th>
            <th scope="col">Header</th>
          </tr>
        </thead>
        <tbody>
          {recipients.slice(0, mostListed).map((recipient) => (
            <tr key={recipient.address}>
              <td>
                <bdi>{recipient.address}</bdi>
                {recipientRemark(recipient) !== null && (
                  <div className={classes['remark']}>{recipientRemark(recipient)}</div>
                )}
              </td>
              <td>{recipient.inEnvelope > 0 ? 'yes' : 'no'}</td>
              <td>{recipient.field ?? 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {recipients.length > mostListed && (
        <p className={classes['fine']}>And {(recipients.length - mostListed).toLocaleString()} more.</p>
      )}
    </>
  );
}
