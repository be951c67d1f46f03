import { Switch } from '@mantine/core';
import type { Agent } from '#shared/agent.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { useAgent } from '../agents/use-agents.ts';
import classes from './DeliveryPage.module.css';

const switches: readonly { name: keyof Agent['tracking']; label: string; description: string }[] = [
  {
    name: 'opens',
    label: 'Track opens',
    description: 'A picture of one by one in the HTML plays an open when it is shown.',
  },
  {
    name: 'clicks',
    label: 'Track clicks',
    description: 'Links of the HTML lead by way of Restante, which plays a click and leads on.',
  },
  {
    name: 'preview',
    label: 'Count the preview',
    description:
      'Looking at a tracked mail in Restante’s own preview plays an open, once each time it is shown, and a link followed there plays a click. Off, neither counts.',
  },
];

/** What of an agent's mail is tracked. */
export function TrackingSection({ agentId }: { readonly agentId: string }) {
  const agent = useAgent(agentId);

  async function track(name: keyof Agent['tracking'], label: string, on: boolean): Promise<void> {
    try {
      await call('patchAgent', { params: { id: agentId }, body: { tracking: { [name]: on } } });
      announce(`${label} is ${on ? 'on' : 'off'}`);
    } catch (error) {
      notifyOfError(error);
    }
  }

  return (
    <Section
      title="Tracking"
      about="For mail with HTML that says nothing of it, by the API and by SMTP; track_opens and track_clicks of a send, or its headers X-TM-OPEN-TRACK and X-TM-CLICK-TRACK, go before."
    >
      <div className={classes['switches']}>
        {switches.map(({ name, label, description }) => (
          <Switch
            key={name}
            label={label}
            description={description}
            disabled={!agent}
            checked={agent?.tracking[name] ?? false}
            onChange={(event) => void track(name, label, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Section>
  );
}
