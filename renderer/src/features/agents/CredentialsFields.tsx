import { Button } from '@mantine/core';
import { IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { agentLimits } from '#shared/agent.ts';
import type { Agent } from '#shared/agent.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { SecretText } from '../../ui/SecretText.tsx';
import classes from './AgentEditor.module.css';

/** Send mail tokens and short SMTP passwords: made, replaced and revoked at once. */
export function CredentialsFields({ agent }: { readonly agent: Agent }) {
  const client = useQueryClient();
  async function change(said: string, ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask();
      announce(said);
      await client.invalidateQueries({ queryKey: queryKeys.agents });
    } catch (error) {
      notifyOfError(error);
    }
  }
  const id = agent.id;
  return (
    <>
      <CredentialGroup
        title="Send mail tokens"
        note="For the API, and as the SMTP password of the user emailapikey."
        addLabel="New token"
        isFull={agent.tokens.length >= agentLimits.tokens}
        onAdd={() => void change('Token made', () => call('createToken', { params: { id } }))}
      >
        {agent.tokens.map((token, at) => {
          const params = { id, tokenId: token.id };
          return (
            <Credential
              key={token.id}
              what={`token ${at + 1}`}
              secret={token.token}
              onRotate={() => void change('Token replaced', () => call('rotateToken', { params }))}
              onRevoke={() => void change('Token revoked', () => call('revokeToken', { params }))}
            />
          );
        })}
      </CredentialGroup>
      <CredentialGroup
        title="Short SMTP passwords"
        note="For programs whose password field is too short for a token."
        addLabel="New password"
        isFull={agent.shortPasswords.length >= agentLimits.shortPasswords}
        onAdd={() => void change('Password made', () => call('createShortPassword', { params: { id } }))}
      >
        {agent.shortPasswords.map((entry, at) => {
          const params = { id, passwordId: entry.id };
          return (
            <Credential
              key={entry.id}
              what={`password ${at + 1}`}
              user={entry.username}
              secret={entry.password}
              onRotate={() => void change('Password replaced', () => call('rotateShortPassword', { params }))}
              onRevoke={() => void change('Password revoked', () => call('revokeShortPassword', { params }))}
            />
          );
        })}
      </CredentialGroup>
    </>
  );
}

interface CredentialGroupProps {
  readonly title: string;
  readonly note: string;
  readonly addLabel: string;
  readonly isFull: boolean;
  readonly onAdd: () => void;
  readonly children: readonly ReactNode[];
}

function CredentialGroup({ title, note, addLabel, isFull, onAdd, children }: CredentialGroupProps) {
  return (
    <section className={classes['group']} aria-label={title}>
      <div className={classes['section']}>
        <h3>{title}</h3>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          disabled={isFull}
          onClick={onAdd}
        >
          {addLabel}
        </Button>
      </div>
      {children.length === 0 ? <p className={classes['hint']}>None. {note}</p> : children}
    </section>
  );
}

interface CredentialProps {
  /** As in “token 1”. */
  readonly what: string;
  readonly user?: string;
  readonly secret: string;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

function Credential({ what, user, secret, onRotate, onRevoke }: CredentialProps) {
  return (
    <div className={classes['credential']}>
      <div className={classes['secret']}>
        {user !== undefined && <div className={classes['user']}>{user}</div>}
        <SecretText value={secret} what={what} />
      </div>
      <IconButton size={24} label={`Replace ${what}`} icon={<IconRefresh size={15} />} onClick={onRotate} />
      <IconButton
        size={24}
        color="red"
        label={`Revoke ${what}`}
        icon={<IconTrash size={15} />}
        onClick={onRevoke}
      />
    </div>
  );
}
