import { ownValue } from '#shared/own-value.ts';

/** A recurrence rule as jCal has it (RFC 7265 3.6.10). */
export interface RecurrenceRule {
  readonly freq?: string;
  readonly interval?: number;
  readonly count?: number;
  readonly until?: string;
  readonly byday?: string | readonly string[];
  readonly bymonthday?: number | readonly number[];
  readonly bymonth?: number | readonly number[];
}

const units: Readonly<Record<string, readonly [every: string, unit: string]>> = {
  SECONDLY: ['every second', 'seconds'],
  MINUTELY: ['every minute', 'minutes'],
  HOURLY: ['every hour', 'hours'],
  DAILY: ['every day', 'days'],
  WEEKLY: ['every week', 'weeks'],
  MONTHLY: ['every month', 'months'],
  YEARLY: ['every year', 'years'],
};

const days: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ordinals: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
  '-2': 'second to last',
};

/** A rule in words: `every 2 weeks on Monday and Thursday, until 31 December 2026`. */
export function recurrenceWords(rule: RecurrenceRule): string {
  const { freq = '', interval = 1, count, until } = rule;
  const [every, unit] = units[freq.toUpperCase()] ?? ['again and again', 'times'];
  const byDay = listed(rule.byday).map((day) => dayWords(day));
  const byMonthDay = listed(rule.bymonthday).map(monthDayWords);
  const byMonth = listed(rule.bymonth).map((month) => months[month - 1] ?? `month ${month}`);
  return [
    interval > 1 ? `every ${interval} ${unit}` : every,
    byDay.length > 0 ? ` on ${together(byDay)}` : '',
    byMonthDay.length > 0 ? ` on the ${together(byMonthDay)}` : '',
    byMonth.length > 0 ? ` in ${together(byMonth)}` : '',
    count === undefined ? '' : count === 1 ? ', once' : `, ${count} times`,
    until === undefined ? '' : `, until ${untilWords(until)}`,
  ].join('');
}

function listed<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  return value === undefined ? [] : ([value].flat() as readonly Value[]);
}

function dayWords(day: string): string {
  const [, place = '', name = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(day.toUpperCase()) ?? [];
  const known = ownValue(days, name) ?? day;
  const key = place.replace('+', '');
  return key === '' ? known : `the ${ownValue(ordinals, key) ?? `${key}.`} ${known}`;
}

function monthDayWords(day: number): string {
  return day === -1 ? 'last day' : day < 0 ? `${-day}. day from the end` : `${day}.`;
}

function untilWords(until: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(until) ?? [];
  return year === undefined ? until : `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

function together(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
