import type { TranscriptLine } from '#shared/session.ts';
import { keptLine } from '../store/kept-session.ts';

/** Lines and characters that a part of a conversation keeps; a message with 500 recipients fits. */
const partLines = 1200;
const partCharacters = 128 * 1024;
const lineCharacters = 1000;

/** Some lines of a conversation, bounded: what does not fit is counted. */
class Part {
  readonly #lines: string[] = [];
  #characters = 0;
  #leftOut = 0;

  add(line: string): void {
    if (this.#lines.length >= partLines || this.#characters + line.length > partCharacters) {
      this.#leftOut += 1;
      return;
    }
    this.#lines.push(line);
    this.#characters += line.length;
  }

  lines(at: number): readonly string[] {
    return this.#leftOut === 0
      ? this.#lines
      : [...this.#lines, keptLine({ by: 'I', at, text: `${this.#leftOut} more lines left out` })];
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
    const line = keptLine({ by, at: this.durationMs, text: printable(text) });
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
    return Math.max(0, Math.round(performance.now() - this.#startedAt));
  }

  /** The conversation that brought the message at hand, as it is kept; earlier messages of the session are left out. */
  ofMessage(lastReply: string): string {
    const at = this.durationMs;
    const lines = [
      this.#opening.lines(at),
      this.#transactions < 2
        ? []
        : [keptLine({ by: 'I', at, text: 'earlier messages of this session left out' })],
      this.#transaction?.lines(at) ?? [],
      [keptLine({ by: 'S', at, text: lastReply })],
    ];
    return lines.flat().join('\n');
  }

  /** The whole conversation, as it is kept. */
  whole(): string {
    return this.#whole.lines(this.durationMs).join('\n');
  }
}

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f]/;

/** One line without control characters, and not endless. */
export function printable(text: string): string {
  const short = text.length > lineCharacters ? `${text.slice(0, lineCharacters)}…` : text;
  return controls.test(short) ? short.replaceAll(new RegExp(controls, 'g'), escaped) : short;
}

function escaped(control: string): string {
  return `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
