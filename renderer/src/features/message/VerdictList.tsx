import type { Verdict } from '#shared/verdict.ts';
import { CodeLink } from '../codes/CodeLink.tsx';
import classes from './VerdictList.module.css';
import { verdictTitle } from './verdict-title.ts';

/** Each verdict with production's own words, what it is about, and our explanation. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <ul className={classes['list']}>
      {verdicts.map((verdict, index) => (
        <li key={index} className={classes['verdict']}>
          <p className={classes['explanation']}>{verdict.explanation}</p>
          <p className={classes['answer']}>
            <code>{verdictTitle(verdict)}</code>
            {verdict.protocol === 'api' && verdict.message !== '' && <> “{verdict.message}”</>}
            {verdict.target !== undefined && (
              <>
                {' '}
                at <code>{verdict.target}</code>
              </>
            )}
            {verdict.targetValue !== undefined && (
              <>
                : <code dir="auto">{verdict.targetValue}</code>
              </>
            )}{' '}
            <CodeLink verdict={verdict} />
          </p>
        </li>
      ))}
    </ul>
  );
}
