import { Button } from '@mantine/core';
import { channelNames } from '#shared/agent.ts';
import type { Gateway } from '#shared/gateway.ts';
import { channelWords } from '../../agents/agent-words.ts';
import { Warning } from '../Warning.tsx';
import { useGatewayActions } from './use-gateway.ts';

/** Each port of the gateway that could not be opened, with the way out; nothing when all is well. */
export function GatewayProblems({ gateway }: { readonly gateway: Gateway }) {
  const actions = useGatewayActions();
  if (!gateway.enabled) {
    return <Warning>The gateway is switched off, so nothing answers at these ports.</Warning>;
  }
  return channelNames.map((channel) => {
    const { problem } = gateway.channels[channel];
    return (
      problem && (
        <Warning
          key={channel}
          action={
            <Button size="compact-xs" variant="default" onClick={() => void actions.takeFreePort(channel)}>
              Take the next free port
            </Button>
          }
        >
          {channelWords[channel]}: {problem.message}
        </Warning>
      )
    );
  });
}
