import { Tabs } from '@mantine/core';
import { Section } from '../../ui/Section.tsx';
import { CodeBlock } from '../connect/CodeBlock.tsx';
import { verifySnippets } from './verify-snippets.ts';
import classes from './VerifySection.module.css';

/** How a receiver finds out that a call is genuine. */
export function VerifySection() {
  return (
    <Section
      title="Verify a call"
      about="The header producer-signature carries ts, the time of sending, and s, the HMAC-SHA256 of the JSON. Of a form, take what follows the first “=” of the decoded body."
    >
      <Tabs defaultValue="node" keepMounted={false} variant="pills">
        <Tabs.List className={classes['list'] ?? ''} aria-label="Language">
          {verifySnippets.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {verifySnippets.map(({ id, title, where, code }) => (
          <Tabs.Panel key={id} value={id}>
            <CodeBlock code={code} caption={where} what={`the ${title} snippet`} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}
