/** A message that a mail program may choke on. */
export interface TortureMail {
  readonly name: string;
  /** Made when it is wanted: some are large. */
  readonly raw: () => Buffer;
  /** A word by which a search must find it; null where nothing of it can be read. */
  readonly find: string | null;
}

const crlf = '\r\n';

/** Bytes of text in which every character stands for one byte. */
export function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** The lines of a message, ended by CR LF. */
export function lines(...all: readonly string[]): string {
  return all.map((line) => line + crlf).join('');
}

/** The word in a subject that finds a mail by its name: letters only, so that no tokenizer takes it apart. */
export function wordOf(name: string): string {
  return `torture${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
}

/** A message with the usual header in front of its own header lines; text is UTF-8. */
export function mail(name: string, headers: readonly string[], body: string | Buffer): TortureMail {
  const head = lines(
    'From: Torture <torture@example.com>',
    'To: Jane <jane@example.org>',
    `Subject: ${wordOf(name)}`,
    'MIME-Version: 1.0',
    ...headers,
    '',
  );
  return {
    name,
    raw: () => Buffer.concat([Buffer.from(head), typeof body === 'string' ? Buffer.from(body) : body]),
    find: wordOf(name),
  };
}

/** A message of exactly these bytes. */
export function exactly(
  name: string,
  raw: string | Buffer | (() => Buffer),
  find: string | null,
): TortureMail {
  return { name, raw: typeof raw === 'function' ? raw : () => Buffer.from(raw), find };
}
