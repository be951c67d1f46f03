import { Button } from '@mantine/core';
import type { Gateway } from '#shared/gateway.ts';
import { Section } from '../../../ui/Section.tsx';
import { useGatewayActions } from '../gateway/use-gateway.ts';
import classes from './HostsWay.module.css';
import { productionPorts, redirectCommands, redirectsOf } from './port-redirects.ts';
import { SystemTabs } from './SystemTabs.tsx';

/** The gateway's usual ports, before those of the first agent. */
const usualPorts = { apis: { port: 8440 }, smtps: { port: 4650 }, smtp: { port: 2500 } };
const realPorts = {
  apis: { port: productionPorts.apis },
  smtps: { port: productionPorts.smtps },
  smtp: { port: productionPorts.smtp },
};

/** How connections to the ports of production reach the gateway. */
export function RealPorts({ gateway }: { readonly gateway: Gateway }) {
  const actions = useGatewayActions();
  const redirects = redirectsOf(gateway);
  if (redirects.length === 0) {
    return (
      <Section
        title="3. Open the real ports"
        about="The gateway listens on 443, 465 and 587 itself: nothing needs to be redirected."
      >
        <Button variant="default" onClick={() => void actions.listenOn(usualPorts)}>
          Back to the usual ports
        </Button>
      </Section>
    );
  }
  return (
    <Section
      title="3. Open the real ports"
      about="A hosts file leads names, not ports: the application still connects to 443 (API), 465 and 587 (SMTP). Either the gateway listens there itself, which Windows allows to everybody, and macOS and Linux usually to administrators only; or the system redirects these ports to the gateway’s."
    >
      <div className={classes['action']}>
        <Button variant="default" onClick={() => void actions.listenOn(realPorts)}>
          Have the gateway listen on 443, 465 and 587
        </Button>
      </div>
      <SystemTabs commands={redirectCommands(redirects)} what="redirect the ports" />
    </Section>
  );
}
