import { IconAlertTriangle, IconFileAlert } from '@tabler/icons-react';
import type { MessageDetail } from '#shared/message.ts';
import classes from './MessageNotices.module.css';
import { VerdictBanner } from './VerdictBanner.tsx';

/** What the person should know before reading: production's refusals, and trouble with the MIME. */
export function MessageNotices({ message }: { readonly message: MessageDetail }) {
  return (
    <>
      {message.verdicts.length > 0 && <VerdictBanner verdicts={message.verdicts} />}
      {message.parseProblem !== null && (
        <section className={classes['problem']} aria-label="Trouble with the message">
          {message.index === 'failed' ? <IconAlertTriangle size={16} /> : <IconFileAlert size={16} />}
          <p className={classes['words']}>
            <strong>
              {message.index === 'failed'
                ? 'The message could not be read.'
                : 'The message could not be read whole.'}
            </strong>{' '}
            {sentence(message.parseProblem)} It is held byte for byte: see Raw.
          </p>
        </section>
      )}
    </>
  );
}

/** The parser's words with a full stop. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
