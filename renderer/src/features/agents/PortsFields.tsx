import { TextInput } from '@mantine/core';
import { channelNames } from '#shared/agent.ts';
import { channelLabels } from './channel-labels.ts';
import type { AgentFieldsProps } from './GeneralFields.tsx';
import classes from './AgentEditor.module.css';

/** The four ports. */
export function PortsFields({
  draft,
  problems,
  change,
  isNew,
}: AgentFieldsProps & { readonly isNew: boolean }) {
  return (
    <div className={classes['fields']}>
      <p className={classes['hint']}>
        {isNew ? 'Left empty, free ports are chosen. ' : 'A changed port is opened as soon as it is saved. '}0
        takes any free port at each start. All listen on this machine only.
      </p>
      <div className={classes['grid']}>
        {channelNames.map((name) => (
          <TextInput
            key={name}
            label={channelLabels[name]}
            inputMode="numeric"
            placeholder="chosen for you"
            value={draft.ports[name]}
            onChange={(event) => change({ ports: { ...draft.ports, [name]: event.currentTarget.value } })}
            error={problems[`ports.${name}`]}
          />
        ))}
      </div>
    </div>
  );
}
