import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Gateway } from '#shared/gateway.ts';
import { zeptomailRegions } from '#shared/zeptomail-hosts.ts';
import type { RegionId } from '#shared/zeptomail-hosts.ts';
import { Section } from '../../../ui/Section.tsx';
import { GatewayProblems } from '../gateway/GatewayProblems.tsx';
import { HostsCheck } from './HostsCheck.tsx';
import { hostsCommands } from './hosts-file.ts';
import classes from './HostsWay.module.css';
import { RealPorts } from './RealPorts.tsx';
import { SystemTabs } from './SystemTabs.tsx';

/** Leads ZeptoMail's own host names to this machine, so that an application needs no change at all. */
export function HostsWay({ gateway }: { readonly gateway: Gateway }) {
  const [regionId, setRegionId] = useState<RegionId>('com');
  const [oauth, setOauth] = useState(false);
  const region = zeptomailRegions.find(({ id }) => id === regionId);
  if (!region) {
    return null;
  }
  return (
    <>
      <Section
        title="1. Lead the names here"
        about="The application keeps ZeptoMail’s own hosts, ports and token settings; this machine’s hosts file leads the names to the gateway. While the lines are there, no program on this machine reaches the real ZeptoMail. The token must be an agent’s, or the sender’s domain must tell the agent."
      >
        <div className={classes['choices']}>
          <NativeSelect
            label="Region"
            value={regionId}
            data={zeptomailRegions.map(({ id, name }) => ({ value: id, label: `${name} (.${id})` }))}
            onChange={(event) =>
              setRegionId(zeptomailRegions.find(({ id }) => id === event.currentTarget.value)?.id ?? 'com')
            }
          />
          <Checkbox
            label={`Also ${region.accounts}`}
            description="Only for applications that ask for OAuth tokens. Signing in to Zoho stops working meanwhile."
            checked={oauth}
            onChange={(event) => setOauth(event.currentTarget.checked)}
          />
        </div>
        <SystemTabs commands={hostsCommands(region, oauth)} what="lead the names here" />
      </Section>
      <Section
        title="2. Have the application trust the certificate"
        about="These names are reached over TLS only. Trust the authority below, under Certificate, on the system or in the application’s runtime: the check vouches for the server’s side, and cannot see what your application trusts."
      />
      <RealPorts gateway={gateway} />
      <GatewayProblems gateway={gateway} />
      <HostsCheck region={regionId} oauth={oauth} />
    </>
  );
}
