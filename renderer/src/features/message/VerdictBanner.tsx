import { UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { Verdict } from '#shared/verdict.ts';
import classes from './VerdictBanner.module.css';
import { VerdictList } from './VerdictList.tsx';
import { verdictTitle } from './verdict-title.ts';

/** What production would have answered; one line that opens into cause and cure. */
export function VerdictBanner({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const [opened, setOpened] = useLocalStorage({ key: 'restante.verdicts-opened', defaultValue: false });
  const id = useId();
  const [first] = verdicts;
  if (!first) {
    return null;
  }
  return (
    <section className={classes['banner']} aria-label="What production would have answered">
      <UnstyledButton
        className={classes['line']}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <IconAlertTriangle size={16} className={classes['icon']} />
        <span className={classes['words']}>
          {first.status < 400
            ? 'Production would have taken this and not sent it: '
            : 'Production would have refused this: '}
          <strong className={classes['code']}>{verdictTitle(first)}</strong>
          {verdicts.length > 1 && ` and ${verdicts.length - 1} more`}
        </span>
        <span className={classes['toggle']}>
          {opened ? 'Less' : 'Why?'}
          <IconChevronRight size={14} className={classes['chevron']} data-opened={opened || undefined} />
        </span>
      </UnstyledButton>
      <div id={id} hidden={!opened} className={classes['detail']}>
        <VerdictList verdicts={verdicts} />
      </div>
    </section>
  );
}
