import { IconTrash } from '@tabler/icons-react';
import type { OAuthClient } from '#shared/oauth.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SecretText } from '../../ui/SecretText.tsx';
import classes from './ManagementPage.module.css';

interface ClientRowProps {
  readonly client: OAuthClient;
  readonly onRevoke: () => void;
}

/** A registered client with what it identifies itself by. */
export function ClientRow({ client, onRevoke }: ClientRowProps) {
  const { name, clientId, clientSecret, scopes } = client;
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <bdi className={classes['name']}>{name}</bdi>
        <div className={classes['facts']}>{scopes.join(', ')}</div>
        <div className={classes['credential']}>
          <span className={classes['label']}>Client id</span>
          <code className={classes['code']} title={clientId}>
            {clientId}
          </code>
          <CopyIconButton value={clientId} what={`the client id of ${name}`} />
        </div>
        <div className={classes['credential']}>
          <span className={classes['label']}>Secret</span>
          <SecretText value={clientSecret} what={`the client secret of ${name}`} />
        </div>
      </div>
      <IconButton
        size={24}
        color="red"
        label={`Revoke ${name}`}
        icon={<IconTrash size={15} />}
        onClick={onRevoke}
      />
    </li>
  );
}
