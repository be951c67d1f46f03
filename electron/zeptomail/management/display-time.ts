const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time as the management endpoints show it: `04 Jun 2023 08:19 PM`, in this machine's zone (assumed: the account's). */
export function displayedTime(time: string | number): string {
  const date = new Date(time);
  const hours = date.getHours();
  const day = `${two(date.getDate())} ${months[date.getMonth()]} ${date.getFullYear()}`;
  return `${day} ${two(hours % 12 || 12)}:${two(date.getMinutes())} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** Milliseconds since 1970 of a filter's `DD/MM/YYYY, hh:mm AM/PM`, or of a date alone or an ISO time; undefined for others. */
export function givenTime(text: string): number | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})\s*([AP]M))?$/i.exec(text.trim());
  if (found === null) {
    const iso = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(iso) ? undefined : iso;
  }
  const [, day, month, year, hour = '12', minute = '0', half = 'AM'] = found;
  const hours = (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const date = new Date(Number(year), Number(month) - 1, Number(day), hours, Number(minute));
  return date.getMonth() === Number(month) - 1 ? date.getTime() : undefined;
}

/** A time with its offset from UTC, as the logs show it: `2024-03-28T11:11:54+05:30`. */
export function zonedTime(time: string | number): string {
  const date = new Date(time);
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
