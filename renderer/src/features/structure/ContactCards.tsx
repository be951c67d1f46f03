import { use } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { Facts } from '../message/Facts.tsx';
import classes from './Card.module.css';
import { CardFrame } from './CardFrame.tsx';
import { parsed } from './parsed.ts';

// Loaded when a card is looked at: few mails have one.
const reading = import('./contact-cards.ts');

/** vCards, each as a card. */
export function ContactCards({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  return (
    <CardFrame messageId={messageId} part={part} label="Contacts">
      {(text) => <Cards text={text} />}
    </CardFrame>
  );
}

function Cards({ text }: { readonly text: string }) {
  const { readContacts } = use(reading);
  const cards = parsed(() => readContacts(text));
  if (cards instanceof Error) {
    return <p className={classes['none']}>These contacts cannot be shown as cards: {cards.message}</p>;
  }
  return cards.map(({ name, facts }, index) => (
    <article key={index} className={classes['card']} aria-label={name}>
      <h3 className={classes['title']} dir="auto">
        {name}
      </h3>
      <Facts facts={facts.map(([key, value], place) => [`${key}${repeated(facts, place)}`, value])} />
    </article>
  ));
}

/** Tells properties of one name apart. */
function repeated(facts: readonly (readonly [name: string, value: string])[], place: number): string {
  const before = facts.slice(0, place).filter(([name]) => name === facts[place]?.[0]).length;
  return before === 0 ? '' : ` ${before + 1}`;
}
