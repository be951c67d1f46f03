import type ICAL from 'ical.js';

/** A time of a calendar as people read it. */
export interface CalendarTime {
  /** As the calendar has it: its own zone, or a day without a time. */
  readonly own: string;
  /** The same in the zone of who looks; null where it would be the same words, or means no moment. */
  readonly local: string | null;
}

const dayOnly = { dateStyle: 'full' } as const;
const dayAndTime = { dateStyle: 'full', timeStyle: 'short' } as const;

/**
 * The words for a time. `tzid`: the zone that its property names, which may be of the IANA's or one that the calendar
 * brings itself.
 */
export function calendarTime(time: ICAL.Time, tzid: string | null): CalendarTime {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const words = new Intl.DateTimeFormat(undefined, {
    ...(time.isDate ? dayOnly : dayAndTime),
    timeZone: 'UTC',
  }).format(wall);
  if (time.isDate) {
    return { own: words, local: null };
  }
  const moment = momentOf(time, wall, tzid);
  const zone = moment === null ? 'no zone: the same hour everywhere' : (tzid ?? 'UTC');
  const local = moment === null ? null : new Intl.DateTimeFormat(undefined, dayAndTime).format(moment);
  return { own: `${words} (${zone})`, local: local === words ? null : local };
}

/** Milliseconds since 1970; null for a floating time. */
function momentOf(time: ICAL.Time, wall: number, tzid: string | null): number | null {
  if (time.zone?.tzid === 'UTC') {
    return wall;
  }
  if (time.zone && time.zone.tzid !== 'floating') {
    return time.toUnixTime() * 1000;
  }
  return tzid === null ? null : momentInZone(wall, tzid);
}

/** The moment at which the clocks of an IANA zone show this; null when there is no such zone. */
function momentInZone(wall: number, timeZone: string): number | null {
  try {
    const offset = offsetAt(wall, timeZone);
    return wall - offsetAt(wall - offset, timeZone);
  } catch (cause) {
    if (cause instanceof RangeError) {
      return null;
    }
    throw cause;
  }
}

/** How far the zone's clocks are ahead of UTC. Milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}
