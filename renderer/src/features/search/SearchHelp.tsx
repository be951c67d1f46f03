import { choices, operators } from '#shared/search/operators.ts';
import type { OperatorValue } from '#shared/search/operators.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './SearchHelp.module.css';

interface SearchHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Tries an example. */
  readonly onTry: (q: string) => void;
}

const examples: readonly { readonly q: string; readonly meaning: string }[] = [
  { q: 'order shipped', meaning: 'both words; the last may go on' },
  { q: '"has shipped"', meaning: 'these words in this order' },
  { q: 'from:shop is:unread', meaning: 'all of it must hold' },
  { q: 'subject:invoice !has:attachment', meaning: '! or - in front: must not hold' },
  { q: 'has:code after:-1h', meaning: 'codes of the last hour' },
  { q: 'larger:1mb before:2026-05-01', meaning: 'large and old' },
];

/** The search language on one page. */
export function SearchHelp({ opened, onClose, onTry }: SearchHelpProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="How to search" size={720}>
      <p className={classes['text']}>
        Words are found in subject, text, names and addresses, without regard to case and accents. While you
        type, suggestions come by themselves; Alt and the down arrow ask for all of them. The same language is{' '}
        <code>q</code> in the control API; its grammar is in docs/search.md.
      </p>
      <table className={classes['table']}>
        <caption className={classes['caption']}>Examples</caption>
        <tbody>
          {examples.map(({ q, meaning }) => (
            <tr key={q}>
              <th scope="row">
                <button type="button" className={classes['example']} onClick={() => onTry(q)}>
                  {q}
                </button>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={classes['table']}>
        <caption className={classes['caption']}>Operators</caption>
        <tbody>
          {operators.map(({ name, meaning, example, takes }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}:</code>
              </th>
              <td>
                {meaning}
                {takes.kind === 'choice' && <Values values={choices[takes.of]} />}
              </td>
              <td>
                <code>{example}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function Values({ values }: { readonly values: readonly OperatorValue[] }) {
  return (
    <ul className={classes['values']}>
      {values.map(({ value, meaning }) => (
        <li key={value}>
          <code>{value}</code> {meaning}
        </li>
      ))}
    </ul>
  );
}
