import type { SmtpSession, TranscriptLine } from '#shared/session.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { Facts } from './Facts.tsx';
import classes from './SessionView.module.css';

const speakers: Readonly<Record<TranscriptLine['by'], string>> = { C: 'Client', S: 'Server', I: 'Event' };

/** The conversation line by line, with milliseconds since the connection opened. */
export function SmtpSessionView({ session }: { readonly session: SmtpSession }) {
  const { peer, helo, user, tls, transcript } = session;
  return (
    <>
      <Facts
        facts={[
          ['Client', peer],
          ['Greeting', helo ?? 'none'],
          ['Signed in as', user ?? 'nobody'],
          ['Encryption', tls === null ? 'none' : `${tls.protocol}, ${tls.cipher}`],
        ]}
      />
      <div className={classes['titleLine']}>
        <h2 className={classes['title']}>Conversation</h2>
        <CopyIconButton
          value={transcript.map(({ by, text }) => `${by}: ${text}`).join('\n')}
          what="the conversation"
        />
      </div>
      <ol className={classes['transcript']}>
        {transcript.map((line, index) => (
          <li key={index} className={classes['said']} data-by={line.by}>
            <span className={classes['at']}>{line.at} ms</span>
            <abbr className={classes['by']} title={speakers[line.by]}>
              {line.by}
            </abbr>
            <span className={classes['line']}>{line.text}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
