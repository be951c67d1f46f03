/** What a reader makes of hostile text, or the error by which it gave up. */
export function parsed<Result>(read: () => Result): Result | Error {
  try {
    return read();
  } catch (cause) {
    return cause instanceof Error ? cause : new Error('it cannot be read.', { cause });
  }
}
