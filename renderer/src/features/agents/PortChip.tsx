import { CopyButton, UnstyledButton } from '@mantine/core';
import type { Agent, ChannelName } from '#shared/agent.ts';
import { announce } from '../../ui/announce.ts';
import { addressOf } from './agent-address.ts';
import { channelWords } from './agent-words.ts';
import classes from './PortChip.module.css';

/** Where a channel listens; a click copies the address as a program wants it. */
export function PortChip({ agent, channel }: { readonly agent: Agent; readonly channel: ChannelName }) {
  const { port, state } = agent.channels[channel];
  const address = addressOf(agent, channel);
  return (
    <CopyButton value={address} timeout={1500}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={classes['chip']}
          data-off={state !== 'listening' || undefined}
          data-hint={copied ? 'Copied' : `Copy ${address}`}
          aria-label={`${channelWords[channel]} ${port}, copy ${address}`}
          onClick={() => {
            copy();
            announce(`Copied ${address}`);
          }}
        >
          {channelWords[channel]} <b>{port}</b>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
