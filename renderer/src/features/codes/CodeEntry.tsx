import { useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import type { ExplainedError } from '#shared/error-catalogue/entry.ts';
import { codeAddress } from './code-address.ts';
import classes from './CodeEntry.module.css';

interface CodeEntryProps {
  readonly entry: ExplainedError;
  /** The address names it: it is marked, brought into sight and read first. */
  readonly isChosen: boolean;
}

/** One answer: its codes beside what it means, why it comes and what to do. */
export function CodeEntry({ entry, isChosen }: CodeEntryProps) {
  const { protocol, status, code, subCode, meaning, causes, fix, assumed } = entry;
  const frame = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    if (isChosen) {
      frame.current?.scrollIntoView({ block: 'center' });
      frame.current?.focus({ preventScroll: true });
    }
  }, [isChosen]);
  return (
    <article
      ref={frame}
      className={classes['entry']}
      data-chosen={isChosen || undefined}
      aria-labelledby={id}
      tabIndex={-1}
    >
      <div className={classes['codes']}>
        <h3 className={classes['name']} id={id}>
          <Link className={classes['link']} href={codeAddress(entry)}>
            {code}
            {subCode !== undefined && subCode !== code && (
              <>
                {' '}
                <span className={classes['sub']}>{subCode}</span>
              </>
            )}
          </Link>
        </h3>
        {protocol === 'api' && <span className={classes['quiet']}>HTTP {status}</span>}
        {assumed && (
          <span className={classes['quiet']} title="ZeptoMail does not publish this answer whole">
            partly assumed
          </span>
        )}
      </div>
      <div className={classes['words']}>
        <p className={classes['meaning']}>{meaning}</p>
        <ul className={classes['causes']}>
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
        <p className={classes['fix']}>
          <strong>Fix:</strong> {fix}
        </p>
      </div>
    </article>
  );
}
