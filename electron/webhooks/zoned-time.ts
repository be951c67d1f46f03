/**
 * ISO 8601 with seconds and a numeric offset, as ZeptoMail writes times: `2023-12-28T10:34:28+05:30`.
 * @param offset minutes east of UTC; this machine's by default, where production takes the account's
 */
export function zonedTime(time: Date, offset = -time.getTimezoneOffset()): string {
  const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(size / 60)}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(Math.trunc(value)).padStart(2, '0');
}
