import { separatorLine } from './mbox-format.ts';
import { quoted } from './mbox-quoting.ts';

export interface MboxSource {
  readonly raw: Uint8Array;
  /** MAIL FROM. */
  readonly sender: string | null;
  readonly at: Date;
}

const lineFeed = 0x0a;

/** A message as it stands in an mbox of the kind mboxrd, in pieces. The bytes between are the message's own. */
export function mboxEntry({ raw, sender, at }: MboxSource): Uint8Array[] {
  const endsWithLineFeed = raw.at(-1) === lineFeed;
  return [
    Buffer.from(separatorLine(sender, at, !endsWithLineFeed)),
    quoted(raw),
    // The empty line between messages, and the line feed that the message lacks.
    Buffer.from(endsWithLineFeed ? '\n' : '\n\n'),
  ];
}
