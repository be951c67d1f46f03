/** Bare CR and bare LF must not stand in a message (RFC 5322 section 2.3). */
export function withCrlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

/** Control characters become blanks: a header value stays one value. */
export function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these are meant
  return value.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
