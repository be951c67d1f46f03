import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { categoriesOf } from '#shared/bounce.ts';
import type { PlayOutcome } from '#shared/outcome.ts';
import { call } from '../../api/client.ts';
import { notifyOfError } from '../../ui/notify.ts';
import classes from './DeliveryView.module.css';

interface PlayMenuProps {
  readonly messageId: string;
  readonly recipient: string;
  readonly links: readonly string[];
}

/** Links that are offered; more can be clicked through the control API. */
const mostLinks = 30;

/** Everything that can happen to a recipient. */
export function PlayMenu({ messageId, recipient, links }: PlayMenuProps) {
  function item(label: string, play: Omit<PlayOutcome, 'recipient'>) {
    return (
      <Menu.Item key={label} onClick={() => void send(messageId, { ...play, recipient })}>
        <span className={classes['choice']}>{label}</span>
      </Menu.Item>
    );
  }
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`Play an outcome to ${recipient}`}
        >
          Play
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes['choices'] ?? ''}>
        {item('Delivered', { kind: 'delivered' })}
        {item('Opened', { kind: 'open' })}
        {item('Complaint', { kind: 'complaint' })}
        <Menu.Label>Hard bounce</Menu.Label>
        {categoriesOf('hardbounce').map((category) => item(category, { kind: 'hardbounce', category }))}
        <Menu.Label>Soft bounce</Menu.Label>
        {categoriesOf('softbounce').map((category) => item(category, { kind: 'softbounce', category }))}
        {links.length > 0 && <Menu.Label>Click</Menu.Label>}
        {links.slice(0, mostLinks).map((link) => item(link, { kind: 'click', link }))}
      </Menu.Dropdown>
    </Menu>
  );
}

async function send(id: string, body: PlayOutcome): Promise<void> {
  try {
    await call('playOutcome', { params: { id }, body });
  } catch (error) {
    notifyOfError(error);
  }
}
