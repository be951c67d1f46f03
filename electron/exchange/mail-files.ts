import { RestanteError } from '#shared/errors.ts';
import { readSeparator } from './mbox-format.ts';
import type { MboxQuoting } from './mbox-quoting.ts';
import { readMbox } from './read-mbox.ts';
import { readZip } from './read-zip.ts';
import { spool } from './spool.ts';

/** The largest message that is taken out of a file (bytes). */
export const mostMessageBytes = 256 * 1024 * 1024;
/** So much of a file tells what it is. */
const tellingBytes = 1024;
const headerField = /^[!-9;-~]+[ \t]*:/;

/** A file as it comes in. */
export interface MailFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A message in a file, or what is no message there. */
export type FoundMail = { readonly entry: string | null; readonly name: string } & (
  | { readonly raw: Uint8Array; readonly sender: string | null; readonly date: Date | null }
  | { readonly problem: string }
);

export interface MailFileOptions {
  readonly quoting: MboxQuoting;
  /** Where an archive may lie meanwhile. */
  readonly dataFolder: string;
  readonly take: (found: FoundMail) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told of an archive how many mails are in it, as it looks; null once a mailbox in it may hold any number. */
  readonly expect: (mails: number | null) => void;
}

/**
 * Hands over what is found in an .eml file, an mbox, or a zip archive of such files; which it is its bytes tell.
 * @throws RestanteError `import.not-mail`, `import.bad-archive`
 */
export async function readMailFile(file: MailFile, options: MailFileOptions): Promise<void> {
  const { beginning, bytes } = await withBeginning(file.bytes);
  if (beginning.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) || isEmptyZip(beginning)) {
    await using spooled = await spool(options.dataFolder, bytes);
    await readZip({ file: spooled.file, name: file.name }, async (entries) => {
      const files = entries.filter(({ path }) => !isClutter(path));
      options.expect(files.length);
      for (const entry of files) {
        if (options.signal.aborted) {
          return;
        }
        await readEntry(entry.path, entry.bytes, options);
      }
    });
    return;
  }
  await readPlainFile({ name: file.name, bytes }, beginning, null, options);
}

async function readEntry(
  path: string,
  open: () => Promise<AsyncIterable<Uint8Array>>,
  options: MailFileOptions,
): Promise<void> {
  const { beginning, bytes } = await withBeginning(await open());
  try {
    await readPlainFile({ name: path, bytes }, beginning, path, options);
  } catch (error) {
    if (!(error instanceof RestanteError && error.code === 'import.not-mail')) {
      throw error;
    }
    await options.take({ name: path, entry: path, problem: error.message });
  }
}

/** What systems put into archives beside the files. */
function isClutter(path: string): boolean {
  return path.startsWith('__MACOSX/') || path.split('/').at(-1)?.startsWith('.') === true;
}

async function readPlainFile(
  { name, bytes }: MailFile,
  beginning: Buffer,
  entry: string | null,
  { quoting, take, signal, expect }: MailFileOptions,
): Promise<void> {
  const isEml = /\.eml$/i.test(name);
  const firstLine = (/^[^\r\n]*/.exec(beginning.toString('latin1')) ?? [''])[0];
  if (!isEml && readSeparator(firstLine, true) !== undefined) {
    let count = 0;
    expect(null);
    for await (const { raw, separator } of readMbox(bytes, { quoting, mostBytes: mostMessageBytes })) {
      if (signal.aborted) {
        return;
      }
      count += 1;
      const label = `${name}, message ${count}`;
      await take(
        raw === null
          ? { name: label, entry, problem: tooLarge }
          : { name: label, entry, raw, sender: separator.sender, date: separator.date },
      );
    }
    return;
  }
  if (!isEml && !headerField.test(firstLine)) {
    throw new RestanteError('import.not-mail', { name });
  }
  const raw = await wholeOf(bytes);
  await take(
    raw === null ? { name, entry, problem: tooLarge } : { name, entry, raw, sender: null, date: null },
  );
}

const tooLarge = `It is larger than ${mostMessageBytes / 1024 / 1024} MB.`;

function isEmptyZip(beginning: Buffer): boolean {
  return beginning.subarray(0, 4).equals(Buffer.from('PK\x05\x06'));
}

/** The first bytes, and all of them. */
async function withBeginning(
  source: AsyncIterable<Uint8Array>,
): Promise<{ beginning: Buffer; bytes: AsyncIterable<Uint8Array> }> {
  const pieces: Uint8Array[] = [];
  const iterator = source[Symbol.asyncIterator]();
  let size = 0;
  let isDone = false;
  while (size < tellingBytes && !isDone) {
    const next = await iterator.next();
    isDone = next.done === true;
    if (next.done !== true) {
      pieces.push(next.value);
      size += next.value.byteLength;
    }
  }
  return { beginning: Buffer.concat(pieces), bytes: all() };

  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces;
      for (let next = isDone ? undefined : await iterator.next(); next?.done === false;) {
        yield next.value;
        next = await iterator.next();
      }
    } finally {
      await iterator.return?.();
    }
  }
}

/** Null when it is larger than a message may be. */
async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > mostMessageBytes) {
      return null;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
