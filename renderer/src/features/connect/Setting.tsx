import type { ReactNode } from 'react';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { SecretText } from '../../ui/SecretText.tsx';
import classes from './Setting.module.css';

/** The rows of a card of settings. */
export function Settings({ children }: { readonly children: ReactNode }) {
  return <dl className={classes['settings']}>{children}</dl>;
}

interface SettingProps {
  readonly name: string;
  readonly value: string;
  /** A word on it, after the value. */
  readonly hint?: string;
  /** What it is, as in “Copy the SMTP port”. */
  readonly what: string;
  readonly secret?: boolean;
}

/** A value to copy into an application's settings. */
export function Setting({ name, value, hint, what, secret = false }: SettingProps) {
  return (
    <div className={classes['setting']}>
      <dt className={classes['name']}>{name}</dt>
      <dd className={classes['value']}>
        {secret ? (
          <SecretText value={value} what={what} />
        ) : (
          <>
            <span className={classes['words']}>
              <code className={classes['code']}>{value}</code>
              {hint !== undefined && <span className={classes['hint']}>{hint}</span>}
            </span>
            <CopyIconButton value={value} what={what} />
          </>
        )}
      </dd>
    </div>
  );
}
