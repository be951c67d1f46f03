import { Link } from 'wouter';
import { errorKey, explainedError } from '#shared/error-catalogue.ts';
import type { Verdict } from '#shared/verdict.ts';
import { Said } from '../../ui/Said.tsx';
import { codeAddress } from './code-address.ts';
import classes from './CodeLink.module.css';

/** From an answer to its entry among the error codes; nothing where there is no entry. */
export function CodeLink({ verdict }: { readonly verdict: Verdict }) {
  const { protocol, code, subCode } = verdict;
  const entry = explainedError({ protocol, code, ...(subCode === undefined ? {} : { subCode }) });
  return (
    entry && (
      <Link className={classes['link']} href={codeAddress(entry)}>
        What does this mean?<Said> {errorKey(entry)}</Said>
      </Link>
    )
  );
}
