import { IconAlertTriangle, IconFileAlert, IconTemplate, IconVariable } from '@tabler/icons-react';
import type { MessageDetail, Sending } from '#shared/message.ts';
import classes from './MessageNotices.module.css';
import { VerdictBanner } from './VerdictBanner.tsx';

/** What the person should know before reading: production's refusals, and trouble with the MIME. */
export function MessageNotices({ message }: { readonly message: MessageDetail }) {
  return (
    <>
      {message.verdicts.length > 0 && <VerdictBanner verdicts={message.verdicts} />}
      {message.sending && <TemplateNotices sending={message.sending} />}
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

/** Which template the message was made from, and what its variables lacked. */
function TemplateNotices({ sending }: { readonly sending: Sending }) {
  const { template, missingVariables } = sending;
  return (
    <>
      {missingVariables.length > 0 && (
        <section className={classes['warning']} aria-label="Missing variables">
          <IconVariable size={16} aria-hidden="true" />
          <p className={classes['words']}>
            <strong>
              {missingVariables.length === 1
                ? '1 variable was not given, and is empty: '
                : `${missingVariables.length} variables were not given, and are empty: `}
            </strong>
            {missingVariables.join(', ')}
          </p>
        </section>
      )}
      {template !== null && (
        <p className={classes['template']}>
          <IconTemplate size={16} aria-hidden="true" />
          <span className={classes['words']} title={template.key}>
            Made from the template “<bdi>{template.name}</bdi>”
          </span>
        </p>
      )}
    </>
  );
}

/** The parser's words with a full stop. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
