const units: Readonly<Record<string, number>> = {
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const calendar =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Milliseconds since the epoch of `2026-05-01`, `2026-05-01T14:30`, `2026-05-01T14:30:00Z`, `today`, `yesterday`, `-7d`;
 * undefined for what is no time. Without a zone the time is that of this machine.
 */
export function timeOf(text: string, now: Date): number | undefined {
  const lower = text.toLowerCase();
  if (lower === 'now') {
    return now.getTime();
  }
  if (lower === 'today' || lower === 'yesterday') {
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - (lower === 'today' ? 0 : 1)).getTime();
  }
  const ago = /^-?(\d{1,6})(min|[mhdw])$/.exec(lower);
  if (ago !== null) {
    return now.getTime() - Number(ago[1]) * (units[ago[2] ?? ''] ?? 0);
  }
  return calendarTime(text);
}

function calendarTime(text: string): number | undefined {
  const match = calendar.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0'));
  const isClock = hour < 24 && minute < 60 && second < 60;
  // The 31st of April is the 1st of May to Date.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (!isClock || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined;
  }
  const zone = match[8];
  if (zone === undefined) {
    return new Date(year, month - 1, day, hour, minute, second, milliseconds).getTime();
  }
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  return utc - zoneMinutes(zone) * 60_000;
}

function zoneMinutes(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
