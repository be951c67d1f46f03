import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChannelName } from '#shared/agent.ts';
import type { Gateway, PatchGateway } from '#shared/gateway.ts';
import { call } from '../../../api/client.ts';
import { useAppEvents } from '../../../api/event-stream-context.tsx';
import { queryKeys } from '../../../api/query-keys.ts';
import { announce } from '../../../ui/announce.ts';
import { notifyOfError } from '../../../ui/notify.ts';

/** The gateway as it is now; undefined until it is known. */
export function useGateway(): Gateway | undefined {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: queryKeys.gateway,
    queryFn: ({ signal }) => call('getGateway', {}, { signal }),
  });
  useAppEvents((event) => {
    if (event.type === 'gateway.changed' || event.type === 'connected') {
      void client.invalidateQueries({ queryKey: queryKeys.gateway });
    }
  });
  return data;
}

/** What can be done with the gateway; what goes wrong is told to the person, unless said otherwise. */
export function useGatewayActions() {
  const client = useQueryClient();
  return useMemo(() => {
    async function change(ask: () => Promise<Gateway>, words: (gateway: Gateway) => string): Promise<void> {
      const gateway = await ask();
      client.setQueryData(queryKeys.gateway, gateway);
      announce(words(gateway));
    }
    async function tryToChange(...[ask, words]: Parameters<typeof change>): Promise<void> {
      try {
        await change(ask, words);
      } catch (error) {
        notifyOfError(error);
      }
    }
    return {
      switchTo: (enabled: boolean) =>
        tryToChange(
          () => call('patchGateway', { body: { enabled } }),
          () => `The gateway is ${enabled ? 'on' : 'off'}`,
        ),
      takeFreePort: (channel: ChannelName) =>
        tryToChange(
          () => call('takeFreeGatewayPort', { params: { channel } }),
          ({ channels }) => `The gateway now uses port ${channels[channel].port}`,
        ),
      /** @throws ApiError, with the field where there is one. */
      changePorts: (channels: NonNullable<PatchGateway['channels']>) =>
        change(
          () => call('patchGateway', { body: { channels } }),
          ({ problem }) => problem?.message ?? 'The gateway has changed its ports',
        ),
      listenOn: (channels: NonNullable<PatchGateway['channels']>) =>
        tryToChange(
          () => call('patchGateway', { body: { enabled: true, channels } }),
          ({ problem }) => problem?.message ?? 'The gateway has changed its ports',
        ),
    };
  }, [client]);
}
