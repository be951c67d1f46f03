import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyIconButton } from './CopyIconButton.tsx';
import { IconButton } from './IconButton.tsx';
import classes from './SecretText.module.css';

interface SecretTextProps {
  readonly value: string;
  /** What it is, as in “the send mail token”. */
  readonly what: string;
}

/** A secret that shows its last four characters until it is revealed; copying needs no revealing. */
export function SecretText({ value, what }: SecretTextProps) {
  const [revealed, setRevealed] = useState(false);
  return (
    <span className={classes['secret']}>
      <code
        className={classes['value']}
        data-revealed={revealed || undefined}
        title={revealed ? value : undefined}
      >
        {revealed ? value : `${'•'.repeat(12)}${value.slice(-4)}`}
      </code>
      <IconButton
        size={24}
        label={`${revealed ? 'Hide' : 'Reveal'} ${what}`}
        aria-pressed={revealed}
        icon={revealed ? <IconEyeOff size={15} /> : <IconEye size={15} />}
        onClick={() => setRevealed(!revealed)}
      />
      <CopyIconButton value={value} what={what} />
    </span>
  );
}
