/** Bare CR and bare LF must not stand in a message (RFC 5322 section 2.3). */
export function withCrlf(text: string): string {
  // Most texts have none, and one that is put together anew takes longer to search.
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? text.replace(/\r\n?|\n/g, '\r\n') : text;
}

/** Control characters become blanks: a header value stays one value. */
export function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these are meant
  return value.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
