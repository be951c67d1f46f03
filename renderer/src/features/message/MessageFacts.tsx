import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { MessageDetail } from '#shared/message.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import { useAgent } from '../agents/use-agents.ts';
import { doorNames } from '../inbox/row-words.ts';
import { byteWords } from './byte-words.ts';
import { EnvelopeDialog } from './EnvelopeDialog.tsx';
import classes from './MessageFacts.module.css';

/** One quiet line: whose message, through which door, how big, and the envelope's sender where it differs. */
export function MessageFacts({ message }: { readonly message: MessageDetail }) {
  const agent = useAgent(message.agentId);
  const [opened, { open, close }] = useDisclosure(false);
  const { mailFrom } = message.envelope;
  const otherSender = mailFrom !== (message.from?.address ?? '');
  return (
    <ul className={classes['facts']}>
      {agent && (
        <li className={classes['agent']}>
          <AgentMark colour={agent.colour} size={9} />
          <bdi className={classes['agentName']}>{agent.name}</bdi>
        </li>
      )}
      <li>{doorNames[message.door]}</li>
      <li>{byteWords(message.size)}</li>
      {otherSender && (
        <li className={classes['envelope']} title="MAIL FROM: where bounces would go">
          Envelope sender <bdi>{mailFrom === null || mailFrom === '' ? '<>' : mailFrom}</bdi>
        </li>
      )}
      <li>
        <UnstyledButton className={classes['details']} aria-haspopup="dialog" onClick={open}>
          Envelope
        </UnstyledButton>
        <EnvelopeDialog message={message} opened={opened} onClose={close} />
      </li>
    </ul>
  );
}
