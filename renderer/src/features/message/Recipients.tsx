import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Address, MessageDetail } from '#shared/message.ts';
import { hiddenRecipients } from './hidden-recipients.ts';
import classes from './Recipients.module.css';

/** So many are shown before the rest is asked for. */
const shownAtFirst = 8;

/** To, Cc, Bcc and Reply-To; a recipient that only the envelope knows is a blind copy. */
export function Recipients({ message }: { readonly message: MessageDetail }) {
  const { to, cc, bcc, replyTo, from } = message;
  const blind = [...bcc, ...hiddenRecipients(message).map((address) => ({ address, name: '' }))];
  const answersElsewhere = replyTo.some(({ address }) => address !== from?.address);
  return (
    <dl className={classes['recipients']}>
      <Line name="To" people={to} />
      <Line name="Cc" people={cc} />
      <Line name="Bcc" people={blind} hint="Blind copies: the envelope names them" />
      {answersElsewhere && <Line name="Reply to" people={replyTo} />}
    </dl>
  );
}

interface LineProps {
  readonly name: string;
  readonly people: readonly Address[];
  readonly hint?: string;
}

function Line({ name, people, hint }: LineProps) {
  const [all, setAll] = useState(false);
  if (people.length === 0) {
    return null;
  }
  const shown = all ? people : people.slice(0, shownAtFirst);
  const left = people.length - shown.length;
  return (
    <div className={classes['line']} title={hint}>
      <dt className={classes['term']}>{name}</dt>
      <dd className={classes['people']}>
        {shown.map((person, index) => (
          <span key={index}>
            {index > 0 && ', '}
            <Person person={person} />
          </span>
        ))}
        {left > 0 && (
          <>
            {', '}
            <UnstyledButton className={classes['more']} onClick={() => setAll(true)}>
              and {left} more
            </UnstyledButton>
          </>
        )}
      </dd>
    </div>
  );
}

function Person({ person }: { readonly person: Address }) {
  return person.name.trim() === '' ? (
    <bdi>{person.address}</bdi>
  ) : (
    <>
      <bdi>{person.name}</bdi> <bdi className={classes['address']}>&lt;{person.address}&gt;</bdi>
    </>
  );
}
