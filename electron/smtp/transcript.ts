import type { TranscriptLine } from '#shared/session.ts';

/** Lines and characters that a part of a conversation keeps; a message with 500 recipients fits. */
const partLines = 1200;
const partCharacters = 128 * 1024;
const lineCharacters = 1000;

/** Some lines of a conversation, bounded: what does not fit is counted. */
class Part {
  readonly lines: TranscriptLine[] = [];
  #characters = 0;
  #leftOut = 0;

  add(line: TranscriptLine): void {
    if (this.lines.length >= partLines || this.#characters + line.text.length > partCharacters) {
      this.#leftOut += 1;
      return;
    }
    this.lines.push(line);
    this.#characters += line.text.length;
  }

  note(at: number): TranscriptLine[] {
    return this.#leftOut === 0 ? [] : [{ by: 'I', at, text: `${this.#leftOut} more lines left out` }];
  }
}

/** The transcript of one SMTP session, bounded in lines and bytes however long the session gets. */
export class Transcript {
  readonly #startedAt = performance.now();
  readonly #whole = new Part();
  /** Lines before the first transaction: greeting, EHLO, STARTTLS, AUTH. Each message carries them. */
  readonly #opening = new Part();
  #transaction: Part | null = null;
  #transactions = 0;

  add(by: TranscriptLine['by'], text: string): void {
    const line = { by, at: this.#now(), text: printable(text) };
    this.#whole.add(line);
    (this.#transaction ?? this.#opening).add(line);
  }

  /** From the next line on it is about another message. */
  beginTransaction(): void {
    this.#transaction = new Part();
    this.#transactions += 1;
  }

  /** Milliseconds since the session began. */
  get durationMs(): number {
    return this.#now();
  }

  /** The conversation that brought the message at hand; earlier messages of the session are left out. */
  ofMessage(lastReply: string): TranscriptLine[] {
    const at = this.#now();
    const transaction = this.#transaction ?? new Part();
    const earlier: TranscriptLine[] =
      this.#transactions < 2 ? [] : [{ by: 'I', at, text: 'earlier messages of this session left out' }];
    return [
      ...this.#opening.lines,
      ...this.#opening.note(at),
      ...earlier,
      ...transaction.lines,
      ...transaction.note(at),
      { by: 'S', at, text: lastReply },
    ];
  }

  /** The whole conversation. */
  whole(): TranscriptLine[] {
    return [...this.#whole.lines, ...this.#whole.note(this.#now())];
  }

  #now(): number {
    return Math.max(0, Math.round(performance.now() - this.#startedAt));
  }
}

/** One line without control characters, and not endless. */
function printable(text: string): string {
  const short = text.length > lineCharacters ? `${text.slice(0, lineCharacters)}…` : text;
  // eslint-disable-next-line no-control-regex
  return short.replace(/[\u0000-\u001f\u007f-\u009f]/g, (control) => {
    return `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
