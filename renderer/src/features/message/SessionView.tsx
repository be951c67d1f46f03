import type { ReactNode } from 'react';
import type { Session } from '#shared/session.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ApiExchangeView } from './ApiExchangeView.tsx';
import { ImportSessionView } from './ImportSessionView.tsx';
import classes from './SessionView.module.css';
import { SmtpSessionView } from './SmtpSessionView.tsx';

interface SessionViewProps {
  readonly session: Session;
  /** What follows it. */
  readonly children?: ReactNode;
}

/** How it came in: the SMTP conversation, the API request with its answer, or a file. */
export function SessionView({ session, children }: SessionViewProps) {
  return (
    <ScrollRegion className={classes['session']} label="Session">
      {session.kind === 'smtp' && <SmtpSessionView session={session} />}
      {session.kind === 'api' && <ApiExchangeView exchange={session} />}
      {session.kind === 'import' && <ImportSessionView session={session} />}
      {children}
    </ScrollRegion>
  );
}
