import { use } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { Facts } from '../message/Facts.tsx';
import type { CalendarEntry, CalendarPerson } from './calendar-events.ts';
import classes from './Card.module.css';
import { CardFrame } from './CardFrame.tsx';
import { parsed } from './parsed.ts';

// Loaded when a calendar is looked at: few mails have one.
const reading = import('./calendar-events.ts');

const methods: Readonly<Record<string, string>> = {
  REQUEST: 'An invitation, or a change to one',
  REPLY: 'An answer to an invitation',
  CANCEL: 'The event is called off',
  PUBLISH: 'An event to note down; no answer is wanted',
  ADD: 'Further dates of an event',
  COUNTER: 'Another proposal',
  DECLINECOUNTER: 'The other proposal is declined',
  REFRESH: 'Asks for the newest state of the event',
};

/** iCalendar as a card: what it wants, when, where and who. */
export function CalendarCard({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  return (
    <CardFrame messageId={messageId} part={part} label="Calendar">
      {(text) => <Entries text={text} />}
    </CardFrame>
  );
}

function Entries({ text }: { readonly text: string }) {
  const { readCalendar } = use(reading);
  const calendar = parsed(() => readCalendar(text));
  if (calendar instanceof Error || calendar.entries.length === 0) {
    const reason = calendar instanceof Error ? calendar.message : 'it has no event in it';
    return <p className={classes['none']}>This calendar cannot be shown as a card: {reason}</p>;
  }
  const { method, product, entries } = calendar;
  return (
    <>
      {method !== null && (
        <p className={classes['lead']}>
          {methods[method] ?? 'A method of its own'} ({method}).
        </p>
      )}
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} />
      ))}
      {product !== null && <p className={classes['none']}>Made by {product}</p>}
    </>
  );
}

function Entry({ entry }: { readonly entry: CalendarEntry }) {
  const { kind, title, start, end, duration, location, organizer, attendees, recurrence } = entry;
  const facts: (readonly [string, string | null])[] = [
    ['Starts', start?.own ?? null],
    ['Starts, in your zone', start?.local ?? null],
    ['Ends', end?.own ?? null],
    ['Ends, in your zone', end?.local ?? null],
    ['Lasts', duration],
    ['Where', location],
    ['Repeats', recurrence],
    ['Status', entry.status],
    ['Organizer', organizer === null ? null : personWords(organizer)],
    ['Address', entry.url],
    ['Revision', entry.sequence],
    ['Id', entry.uid],
  ];
  return (
    <article className={classes['card']} aria-label={title || kind}>
      <h3 className={classes['title']} dir="auto">
        {title || `${kind} without a title`}
      </h3>
      <Facts
        facts={facts.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]))}
      />
      {attendees.length > 0 && (
        <>
          <h4 className={classes['subtitle']}>Invited</h4>
          <ul className={classes['people']}>
            {attendees.map((person, index) => (
              <li key={index}>
                <bdi>{personWords(person)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.description !== null && (
        <p className={classes['text']} dir="auto">
          {entry.description}
        </p>
      )}
    </article>
  );
}

function personWords({ name, address, facts }: CalendarPerson): string {
  const who = name.trim() === '' || name === address ? address : `${name} <${address}>`;
  return facts.length === 0 ? who : `${who}: ${facts.join(', ')}`;
}
