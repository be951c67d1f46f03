import { useLocalStorage } from '@mantine/hooks';
import { Tabs } from '@mantine/core';
import { Section } from '../../ui/Section.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import type { Connection } from './connection.ts';
import classes from './SnippetSection.module.css';
import { snippets } from './snippets/catalogue.ts';
import type { SnippetId } from './snippets/catalogue.ts';

/** Code and settings that work as they stand, filled with this agent's values. */
export function SnippetSection({ connection }: { readonly connection: Connection }) {
  const [chosen, setChosen] = useLocalStorage<SnippetId>({
    key: 'restante.snippet',
    defaultValue: 'nodemailer',
    getInitialValueInEffect: false,
  });
  const shown = snippets.find(({ id }) => id === chosen) ?? snippets[0];
  return (
    <Section
      title="Send from your application"
      about="With this agent’s real values: copy, run, and look at the inbox."
    >
      <Tabs
        value={shown.id}
        onChange={(id) => setChosen(snippets.find((snippet) => snippet.id === id)?.id ?? 'nodemailer')}
        keepMounted={false}
        variant="pills"
      >
        <Tabs.List className={classes['list'] ?? ''} aria-label="Language or framework">
          {snippets.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className={classes['tab'] ?? ''}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown.id}>
          <CodeBlock
            code={shown.write(connection)}
            caption={`${shown.where} · ${shown.door === 'smtp' ? 'SMTP' : 'API'}`}
            what={`the ${shown.title} snippet`}
            secret={connection.token}
          />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}
