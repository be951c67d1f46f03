import { Tabs } from '@mantine/core';
import type { Agent } from '#shared/agent.ts';
import { GatewayWay } from './gateway/GatewayWay.tsx';
import { useGateway } from './gateway/use-gateway.ts';
import { HostsWay } from './hosts/HostsWay.tsx';
import { OwnPortsWay } from './OwnPortsWay.tsx';
import classes from './Ways.module.css';

interface WaysProps {
  readonly agent: Agent;
  readonly caFile: string | undefined;
}

/** The three ways in which an application reaches an agent. */
export function Ways({ agent, caFile }: WaysProps) {
  const gateway = useGateway();
  const tab = classes['tab'] ?? '';
  const panel = classes['panel'] ?? '';
  return (
    <Tabs defaultValue="own" keepMounted={false}>
      <Tabs.List aria-label="Ways to connect">
        <Tabs.Tab value="own" className={tab}>
          Its own ports
        </Tabs.Tab>
        <Tabs.Tab value="gateway" className={tab}>
          The gateway
        </Tabs.Tab>
        <Tabs.Tab value="hosts" className={tab}>
          Without touching code
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="own" className={panel}>
        <OwnPortsWay agent={agent} caFile={caFile} />
      </Tabs.Panel>
      <Tabs.Panel value="gateway" className={panel}>
        {gateway && <GatewayWay agent={agent} gateway={gateway} caFile={caFile} />}
      </Tabs.Panel>
      <Tabs.Panel value="hosts" className={panel}>
        {gateway && <HostsWay gateway={gateway} />}
      </Tabs.Panel>
    </Tabs>
  );
}
