import ICAL from 'ical.js';
import { ownValue } from '#shared/own-value.ts';

/** A business card (vCard, RFC 6350). */
export interface ContactCard {
  readonly name: string;
  /** The other properties by name, as people read them. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const mostCards = 100;
const longestValue = 2000;

const names: Readonly<Record<string, string>> = {
  org: 'Organisation',
  title: 'Title',
  role: 'Role',
  email: 'E-mail',
  tel: 'Telephone',
  adr: 'Address',
  url: 'Web',
  bday: 'Birthday',
  note: 'Note',
  nickname: 'Nickname',
  impp: 'Messenger',
  tz: 'Time zone',
  lang: 'Language',
  categories: 'Categories',
  uid: 'Id',
};

/**
 * Reads vCards, versions 3 and 4.
 * @throws Error when it is none, with the parser's reason.
 */
export function readContacts(text: string): readonly ContactCard[] {
  const parsed: unknown = ICAL.parse(text);
  const cards = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  return cards.slice(0, mostCards).map((card) => cardOf(new ICAL.Component(card as unknown[])));
}

function cardOf(component: ICAL.Component): ContactCard {
  const properties = component.getAllProperties();
  const valueOf = (name: string): string =>
    properties.filter((property) => property.name === name).map(words)[0] ?? '';
  return {
    name: valueOf('fn') || valueOf('n') || valueOf('org') || 'No name',
    facts: properties.flatMap((property) => {
      const name = ownValue(names, property.name);
      const value = words(property);
      const type = [property.getParameter('type') ?? []].flat().join(', ').toLowerCase();
      return name === undefined || value === ''
        ? []
        : [[type === '' ? name : `${name} (${type})`, value] as const];
    }),
  };
}

/** A structured value, as of a postal address, with commas between what is filled in. */
function words(property: ICAL.Property): string {
  return property
    .getValues()
    .flat(3)
    .map(String)
    .filter((value) => value.trim() !== '')
    .join(', ')
    .replace(/^(?:mailto|tel):/i, '')
    .slice(0, longestValue);
}
