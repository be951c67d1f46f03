import { IconAlertTriangle } from '@tabler/icons-react';
import type { HeaderField } from '#shared/structure.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { headerSentence } from './header-words.ts';
import classes from './HeadersView.module.css';

export type HeaderForm = 'decoded' | 'sent';

interface HeaderRowProps {
  readonly field: HeaderField;
  readonly form: HeaderForm;
  readonly explains: boolean;
}

/** One header field: its value, what it is for, and what is wrong with it. */
export function HeaderRow({ field: { name, value, sent, problems }, form, explains }: HeaderRowProps) {
  const sentence = explains ? headerSentence(name) : null;
  const text = form === 'sent' ? sent.slice(sent.indexOf(':') + 1).replace(/^[ \t]/, '') : value;
  return (
    <tr>
      <th scope="row" className={classes['name']}>
        {name}
      </th>
      <td>
        <div className={classes['value']} dir="auto">
          {text}
        </div>
        {sentence !== null && <p className={classes['sentence']}>{sentence}</p>}
        {problems.map(({ code, text: words }) => (
          <p key={code} className={classes['problem']}>
            <IconAlertTriangle size={14} aria-hidden="true" />
            {words}
          </p>
        ))}
      </td>
      <td className={classes['copy']}>
        <CopyIconButton value={form === 'sent' ? sent : value} what={name} />
      </td>
    </tr>
  );
}
