import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { CodeBlock } from '../CodeBlock.tsx';
import snippetClasses from '../SnippetSection.module.css';
import { ownSystem } from './own-system.ts';
import type { SystemCommand } from './system-command.ts';
import classes from './HostsWay.module.css';

interface SystemTabsProps {
  readonly commands: readonly SystemCommand[];
  /** What the commands do, as in “the command for macOS that …”. */
  readonly what: string;
}

/** A command for each system, and the one that takes it back. */
export function SystemTabs({ commands, what }: SystemTabsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const own = ownSystem();
  const shown =
    commands.find(({ id }) => id === chosen) ?? commands.find(({ system }) => system === own) ?? commands[0];
  return (
    <Tabs value={shown?.id ?? null} onChange={setChosen} keepMounted={false} variant="pills">
      <Tabs.List className={snippetClasses['list'] ?? ''} aria-label={`System on which to ${what}`}>
        {commands.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} className={snippetClasses['tab'] ?? ''}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {commands.map(({ id, title, scope, command, undo }) => (
        <Tabs.Panel key={id} value={id} className={classes['commands'] ?? ''}>
          <CodeBlock code={command} caption={scope} what={`the command for ${title} to ${what}`} />
          <CodeBlock
            code={undo}
            caption="To take it back."
            what={`the command for ${title} to take it back, after: ${what}`}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
