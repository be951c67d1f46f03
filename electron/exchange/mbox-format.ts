/** A line that an mbox begins a message with: `From jane@example.com Thu Nov 26 20:21:48 2026`, maybe with a zone. */
const strictSeparator =
  /^From (?:(\S.*?)\s+)?((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2})\s.*\d.*)$/;

/** Such a line that does not say its time in the usual form is one only after an empty line. */
const looseSeparator = /^From \S+.*\d{1,2}:\d{2}/;

/** What follows the time in the line of a message whose last byte is no line feed, so that it gets none on the way. */
export const noFinalLineFeed = 'no-final-newline';

export interface SeparatorFacts {
  /** MAIL FROM; null when the line names nobody. */
  readonly sender: string | null;
  readonly date: Date | null;
  readonly endsWithoutLineFeed: boolean;
}

/** Reads a separator line without its line end; undefined when it is none. */
export function readSeparator(line: string, afterEmptyLine: boolean): SeparatorFacts | undefined {
  const strict = strictSeparator.exec(line);
  if (strict === null && !(afterEmptyLine && looseSeparator.test(line))) {
    return undefined;
  }
  const sender = (strict === null ? line.split(' ')[1] : strict[1]) ?? '';
  const endsWithoutLineFeed = line.endsWith(` ${noFinalLineFeed}`);
  const time = (strict?.[2] ?? '').replace(` ${noFinalLineFeed}`, '');
  // A time without a zone is universal time, as mail programs write it (RFC 4155).
  const zoned = /[+-]\d{4}|[A-Z]{2,4}\s+\d{4}$|\d{4}\s+[A-Z]{2,4}$/.test(time) ? time : `${time} UTC`;
  const date = new Date(zoned);
  return {
    sender: sender.includes('@') ? sender.replace(/^<|>$/g, '') : null,
    date: Number.isNaN(date.getTime()) ? null : date,
    endsWithoutLineFeed,
  };
}

/** The line before a message, with its line end. */
export function separatorLine(sender: string | null, at: Date, endsWithoutLineFeed: boolean): string {
  // Who can choose an address must not be able to begin a line.
  const name = sender?.replace(/[^\x21-\x7e]+/g, '_') || 'MAILER-DAEMON';
  const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ');
  const marker = endsWithoutLineFeed ? ` ${noFinalLineFeed}` : '';
  return `From ${name} ${weekday} ${month} ${String(Number(day)).padStart(2, ' ')} ${time} ${year}${marker}\n`;
}
