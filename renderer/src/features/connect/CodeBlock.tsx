import { useState } from 'react';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import classes from './CodeBlock.module.css';
import { shortened } from './shortened.ts';

interface CodeBlockProps {
  readonly code: string;
  /** Where it belongs. */
  readonly caption: string;
  /** What is copied, as in “Copy the curl snippet”. */
  readonly what: string;
  /** A long secret in the code, shown short until asked for; what is copied is always whole. */
  readonly secret?: string;
}

/** Code to copy. */
export function CodeBlock({ code, caption, what, secret }: CodeBlockProps) {
  const [revealed, setRevealed] = useState(false);
  const hides = secret !== undefined && shortened(code, secret) !== code;
  return (
    <figure className={classes['block']}>
      <figcaption className={classes['caption']}>
        <span className={classes['words']}>{caption}</span>
        {hides && (
          <IconButton
            size={24}
            label={revealed ? 'Shorten the token' : 'Show the whole token'}
            aria-pressed={revealed}
            icon={revealed ? <IconEyeOff size={15} /> : <IconEye size={15} />}
            onClick={() => setRevealed(!revealed)}
          />
        )}
        <CopyIconButton value={code} what={what} />
      </figcaption>
      <ScrollRegion className={classes['frame']} label={what.replace(/^the /, '')}>
        <pre className={classes['code']}>{hides && !revealed ? shortened(code, secret) : code}</pre>
      </ScrollRegion>
    </figure>
  );
}
