import type { AgentConfig } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { attachFiles } from '../road/attach-files.ts';
import type { ComposedFile } from '../road/compose-message.ts';
import { unknownFileKey } from './rules.ts';
import { takeTmHeaders, type TmHeaders } from './tm-headers.ts';

/** A mail whose `X-TM-…` fields were followed. */
export interface TmMail {
  /** Without these fields, and with the cached files that they name. */
  readonly raw: Buffer;
  readonly verdicts: readonly Verdict[];
  readonly tm: TmHeaders;
}

/** Follows the `X-TM-…` fields of a mail; a file key that leads to nothing is left out, and a verdict. */
export function tmMailOf(
  received: Buffer,
  agent: Pick<AgentConfig, 'id'>,
  ledger: Pick<Ledger, 'files'>,
): TmMail {
  const { tm, raw } = takeTmHeaders(received);
  const files: ComposedFile[] = [];
  const verdicts: Verdict[] = [];
  for (const { key, name } of tm.fileKeys) {
    const file = ledger.files.find(agent.id, key);
    if (file === undefined) {
      verdicts.push(unknownFileKey(key));
    } else {
      const { mimeType, content } = file;
      files.push({ name: name ?? file.name, mimeType, content, contentId: null });
    }
  }
  return {
    raw: files.length === 0 ? raw : attachFiles(raw, files),
    verdicts,
    tm,
  };
}
