import ICAL from 'ical.js';
import { ownValue } from '#shared/own-value.ts';
import { calendarTime } from './calendar-times.ts';
import type { CalendarTime } from './calendar-times.ts';
import { recurrenceWords } from './recurrence-words.ts';
import type { RecurrenceRule } from './recurrence-words.ts';

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
  /** The answer and the role, in words. */
  readonly facts: readonly string[];
}

/** An event, task or note of a calendar. */
export interface CalendarEntry {
  readonly kind: string;
  readonly title: string;
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  readonly duration: string | null;
  readonly location: string | null;
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
  readonly recurrence: string | null;
  readonly status: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly uid: string | null;
  readonly sequence: string | null;
}

export interface Calendar {
  /** What the mail wants by it: `REQUEST`, `REPLY`, `CANCEL`, …; null where it does not say. */
  readonly method: string | null;
  readonly product: string | null;
  readonly entries: readonly CalendarEntry[];
}

const mostEntries = 50;
const kinds: Readonly<Record<string, string>> = {
  vevent: 'Event',
  vtodo: 'Task',
  vjournal: 'Note',
  vfreebusy: 'Free and busy times',
};

const answers: Readonly<Record<string, string>> = {
  'NEEDS-ACTION': 'has not answered',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'perhaps',
  DELEGATED: 'sends somebody else',
};

const roles: Readonly<Record<string, string>> = {
  CHAIR: 'chairs',
  'OPT-PARTICIPANT': 'optional',
  'NON-PARTICIPANT': 'for information',
};

/**
 * Reads iCalendar text (RFC 5545).
 * @throws Error when it is none, with the parser's reason.
 */
export function readCalendar(text: string): Calendar {
  const parsed: unknown = ICAL.parse(text);
  const calendars = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const components = calendars.map((calendar) => new ICAL.Component(calendar as unknown[]));
  return {
    method: textOf(components[0], 'method')?.toUpperCase() ?? null,
    product: textOf(components[0], 'prodid'),
    entries: components
      .flatMap((calendar) => calendar.getAllSubcomponents().filter(({ name }) => Object.hasOwn(kinds, name)))
      .slice(0, mostEntries)
      .map(entryOf),
  };
}

function entryOf(component: ICAL.Component): CalendarEntry {
  const duration = component.getFirstPropertyValue('duration');
  return {
    kind: ownValue(kinds, component.name) ?? component.name,
    title: textOf(component, 'summary') ?? '',
    start: timeOf(component, 'dtstart'),
    end: timeOf(component, component.name === 'vtodo' ? 'due' : 'dtend'),
    duration: duration === null ? null : durationWords(String(duration)),
    location: textOf(component, 'location'),
    organizer:
      component
        .getAllProperties('organizer')
        .slice(0, 1)
        .map((property) => personOf(property))[0] ?? null,
    attendees: component.getAllProperties('attendee').slice(0, 200).map(personOf),
    recurrence: recurrenceOf(component),
    status: textOf(component, 'status'),
    description: textOf(component, 'description'),
    url: textOf(component, 'url'),
    uid: textOf(component, 'uid'),
    sequence: textOf(component, 'sequence'),
  };
}

function textOf(component: ICAL.Component | undefined, name: string): string | null {
  const value = component?.getFirstPropertyValue(name);
  return value === null || value === undefined ? null : String(value).trim() || null;
}

function timeOf(component: ICAL.Component, name: string): CalendarTime | null {
  const property = component.getFirstProperty(name);
  const value = property?.getFirstValue();
  return property && value instanceof ICAL.Time
    ? calendarTime(value, property.getFirstParameter('tzid') ?? null)
    : null;
}

function personOf(property: ICAL.Property): CalendarPerson {
  const address = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
  const parameter = (name: string): string => (property.getFirstParameter(name) ?? '').toUpperCase();
  const facts = [answers[parameter('partstat')], roles[parameter('role')]].filter(
    (fact) => fact !== undefined,
  );
  return { name: property.getFirstParameter('cn') ?? '', address, facts };
}

function recurrenceOf(component: ICAL.Component): string | null {
  const rules = component
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue())
    .filter((value) => value instanceof ICAL.Recur)
    .map((rule) => recurrenceWords(rule.toJSON() as RecurrenceRule));
  const dates = component.getAllProperties('rdate').length;
  const without = component.getAllProperties('exdate').length;
  const words = [
    ...rules,
    ...(dates > 0 ? [`on ${dates} further ${dates === 1 ? 'day' : 'days'}`] : []),
    ...(without > 0 ? [`but not on ${without} ${without === 1 ? 'day' : 'days'}`] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}

/** `PT1H30M` is `1 hour 30 minutes`. */
function durationWords(duration: string): string {
  const found = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  const names = ['week', 'day', 'hour', 'minute', 'second'];
  const words = (found?.slice(2) ?? []).flatMap((amount, index) =>
    amount === undefined || amount === '0' ? [] : [`${amount} ${names[index]}${amount === '1' ? '' : 's'}`],
  );
  return words.length === 0 ? duration : words.join(' ');
}
