import { Button, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ControlApi } from '#shared/control-api/contract.ts';
import type { EndpointResponse } from '#shared/control-api/endpoint.ts';
import { urlOf } from '../../api/client.ts';
import { Section } from '../../ui/Section.tsx';
import classes from './AuthoritySection.module.css';
import { CodeBlock } from './CodeBlock.tsx';
import { Setting, Settings } from './Setting.tsx';
import snippetClasses from './SnippetSection.module.css';
import { trustCommands } from './trust-commands.ts';

type CertificateAuthority = EndpointResponse<ControlApi['getCertificateAuthority']>;

/** The local authority: its file, its fingerprint, and how to have systems and runtimes trust it. */
export function AuthoritySection({ authority }: { readonly authority: CertificateAuthority | undefined }) {
  if (!authority) {
    return null;
  }
  const commands = trustCommands(authority.caFile);
  return (
    <Section
      title="Certificate"
      about="Restante made its own certificate authority on this machine. It can vouch for the names below and for no other, so trusting it endangers nothing else."
    >
      <Settings>
        <Setting name="File" value={authority.caFile} what="the path of the authority’s file" />
        <Setting name="SHA-256" value={authority.fingerprint} what="the authority’s fingerprint" />
        <Setting
          name="Valid until"
          value={new Date(authority.validUntil).toLocaleDateString(undefined, { dateStyle: 'long' })}
          what="the end of its validity"
        />
      </Settings>
      <details className={classes['names']}>
        <summary>Signs for {authority.names.length} names and addresses</summary>
        <p className={classes['list']}>{authority.names.join(', ')}</p>
      </details>
      <Button
        component="a"
        variant="default"
        href={urlOf('getCertificateAuthorityFile', {})}
        download="restante-ca.pem"
        leftSection={<IconDownload size={15} />}
      >
        Download the certificate
      </Button>
      <h3 className={classes['title']}>Trust it</h3>
      <Tabs defaultValue="node" keepMounted={false} variant="pills">
        <Tabs.List className={snippetClasses['list'] ?? ''} aria-label="System or runtime">
          {commands.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className={snippetClasses['tab'] ?? ''}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {commands.map(({ id, title, scope, command }) => (
          <Tabs.Panel key={id} value={id}>
            <CodeBlock code={command} caption={scope} what={`the command for ${title}`} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}
