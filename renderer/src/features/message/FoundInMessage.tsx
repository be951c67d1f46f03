import { CopyButton } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconKey,
  IconLogin2,
  IconMailCheck,
  IconMailOff,
  IconPassword,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { announce } from '../../ui/announce.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { copyText } from '../../ui/copy-text.ts';
import classes from './FoundInMessage.module.css';
import { linkChips, purposeNames } from './link-chips.ts';
import type { LinkChip } from './link-chips.ts';

/** What a person would do with the message: its code to copy, and its links by what they are for. */
export function FoundInMessage({ message }: { readonly message: MessageDetail }) {
  const { code, codeAsWritten, links } = message;
  const chips = linkChips(links);
  useCommands([
    ...(code === null ? [] : [copyCode(code)]),
    ...chips.map(({ purpose, link }) => copyAddress(purposeNames[purpose], link.url)),
  ]);
  if (code === null && chips.length === 0) {
    return null;
  }
  return (
    <ul className={classes['found']} aria-label="Code and links">
      {code !== null && (
        <li>
          <CodeChip code={code} written={codeAsWritten ?? code} />
        </li>
      )}
      {chips.map((chip) => (
        <li key={chip.purpose}>
          <LinkChipView {...chip} />
        </li>
      ))}
    </ul>
  );
}

function copyCode(code: string): Command {
  return {
    id: 'copy code',
    section: 'Message',
    title: 'Copy the code',
    note: code,
    words: 'one-time otp pin verification',
    icon: <IconKey size={16} />,
    shortcut: 'copyCode',
    run: () => void copyText(code, 'the code'),
  };
}

function copyAddress(name: string, url: string): Command {
  return {
    id: `copy address ${name}`,
    section: 'Message',
    title: `Copy the address of “${name}”`,
    words: 'link url',
    icon: <IconCopy size={16} />,
    run: () => void copyText(url, `the address of “${name}”`),
  };
}

function CodeChip({ code, written }: { readonly code: string; readonly written: string }) {
  return (
    <CopyButton value={code} timeout={1500}>
      {({ copied, copy }) => (
        <button
          type="button"
          className={classes['code']}
          data-hint={copied ? 'Copied' : 'Copy the code (c)'}
          aria-label={`Copy the code ${written}`}
          onClick={() => {
            copy();
            announce(`Copied the code ${code}`);
          }}
        >
          <IconKey size={15} aria-hidden="true" />
          <bdi className={classes['digits']}>{written}</bdi>
          {copied ? <IconCheck size={15} color="var(--success)" /> : <IconCopy size={15} />}
        </button>
      )}
    </CopyButton>
  );
}

const icons: Readonly<Record<LinkChip['purpose'], ComponentType<{ size: number; 'aria-hidden': 'true' }>>> = {
  'sign-in': IconLogin2,
  verify: IconMailCheck,
  'reset-password': IconPassword,
  invitation: IconUserPlus,
  unsubscribe: IconMailOff,
};

function LinkChipView({ purpose, link }: LinkChip) {
  const Icon = icons[purpose];
  const name = purposeNames[purpose];
  return (
    <span className={classes['link']}>
      <a href={link.url} target="_blank" rel="noreferrer noopener" title={link.url}>
        <Icon size={15} aria-hidden="true" />
        {name}
      </a>
      <CopyIconButton value={link.url} what={`the address of “${name}”`} />
    </span>
  );
}
