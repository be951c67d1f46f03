import type { Session } from '#shared/session.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ApiExchangeView } from './ApiExchangeView.tsx';
import { ImportSessionView } from './ImportSessionView.tsx';
import classes from './SessionView.module.css';
import { SmtpSessionView } from './SmtpSessionView.tsx';

/** How it came in: the SMTP conversation, the API request with its answer, or a file. */
export function SessionView({ session }: { readonly session: Session }) {
  return (
    <ScrollRegion className={classes['session']} label="Session">
      {session.kind === 'smtp' && <SmtpSessionView session={session} />}
      {session.kind === 'api' && <ApiExchangeView exchange={session} />}
      {session.kind === 'import' && <ImportSessionView session={session} />}
    </ScrollRegion>
  );
}
