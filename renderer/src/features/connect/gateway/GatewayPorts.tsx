import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { channelNames, portSchema } from '#shared/agent.ts';
import type { ChannelName } from '#shared/agent.ts';
import type { Gateway } from '#shared/gateway.ts';
import { ApiError } from '../../../api/client.ts';
import { notifyOfError } from '../../../ui/notify.ts';
import { channelLabels } from '../../agents/channel-labels.ts';
import classes from './GatewayPorts.module.css';
import { useGatewayActions } from './use-gateway.ts';

type Texts = Readonly<Record<ChannelName, string>>;

/** The gateway's four ports, to be changed; what is wrong with one stands at its field. */
export function GatewayPorts({ gateway }: { readonly gateway: Gateway }) {
  const actions = useGatewayActions();
  const current = textsOf(gateway);
  /** What was typed; what was not follows the gateway. */
  const [typed, setTyped] = useState<Partial<Texts>>({});
  const [problems, setProblems] = useState<Partial<Texts>>({});
  const [busy, setBusy] = useState(false);
  const changed = channelNames.filter((name) => (typed[name]?.trim() ?? current[name]) !== current[name]);

  async function save(): Promise<void> {
    const ports = changed.map((name) => [name, portOf(typed[name] ?? '')] as const);
    const wrong = ports.filter(([, port]) => port === null);
    if (wrong.length > 0) {
      const words = 'A port is a number from 1 to 65535; 0 takes any free one.';
      setProblems(Object.fromEntries(wrong.map(([name]) => [name, words])));
      return;
    }
    setBusy(true);
    try {
      await actions.changePorts(Object.fromEntries(ports.map(([name, port]) => [name, { port: port ?? 0 }])));
      setTyped({});
    } catch (error) {
      const field = error instanceof ApiError ? /^channels\.(\w+)/.exec(error.field ?? '')?.[1] : undefined;
      if (error instanceof ApiError && field !== undefined) {
        setProblems({ [field]: error.message });
      } else {
        notifyOfError(error);
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes['form']}
      aria-label="Ports of the gateway"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {channelNames.map((name) => (
        <TextInput
          key={name}
          label={channelLabels[name]}
          inputMode="numeric"
          value={typed[name] ?? current[name]}
          error={problems[name]}
          onChange={(event) => {
            setTyped({ ...typed, [name]: event.currentTarget.value });
            setProblems({});
          }}
        />
      ))}
      <Button type="submit" variant="default" loading={busy} disabled={changed.length === 0}>
        Change ports
      </Button>
    </form>
  );
}

function textsOf({ channels }: Gateway): Texts {
  const { smtp, smtps, api, apis } = channels;
  return {
    smtp: String(smtp.port),
    smtps: String(smtps.port),
    api: String(api.port),
    apis: String(apis.port),
  };
}

function portOf(text: string): number | null {
  const port = portSchema.safeParse(text.trim() === '' ? null : Number(text));
  return port.success ? port.data : null;
}
