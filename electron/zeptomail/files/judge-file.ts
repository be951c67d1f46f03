import type { Verdict } from '#shared/verdict.ts';
import { blockedExtension } from '../email/blocked-extensions.ts';
import { emailLimits } from '../email/email-fields.ts';
import { refusal } from '../refusals.ts';
import { cachedFileBytes } from './file-limits.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** What production would object to in an upload; sub-codes and targets are assumed, as are the texts. */
export interface FileJudgement {
  readonly verdicts: readonly Verdict[];
  /** Why the file is kept by no agent, strict or relaxed. */
  readonly fatal: Verdict | undefined;
}

/** Judges a file on its way into the cache (https://www.zoho.com/zeptomail/help/api/file-upload.html). */
export function judgeFile({ name, content }: UploadedFile): FileJudgement {
  const fatal = [
    ...(content.byteLength === 0
      ? [
          refusal('invalid-content', {
            target: 'content',
            explanation: 'The body is empty. Send the file’s bytes as the body.',
          }),
        ]
      : []),
    ...(content.byteLength > cachedFileBytes
      ? [
          refusal('too-large', {
            target: 'content',
            explanation: `The file has ${content.byteLength} bytes, ${cachedFileBytes} (15 MB) are allowed.`,
          }),
        ]
      : []),
  ];
  return { verdicts: [...judgeName(name), ...fatal], fatal: fatal[0] };
}

function judgeName(name: string): Verdict[] {
  if (name === '') {
    const explanation = 'The file has no name. Give it in the address: /v1.1/files?name=logo.png';
    return [refusal('field-empty', { target: 'name', explanation })];
  }
  const extension = blockedExtension(name);
  return [
    ...(name.length > emailLimits.fileNameLength
      ? [
          refusal('too-long', {
            target: 'name',
            targetValue: name,
            explanation: `The file name has ${name.length} characters, ${emailLimits.fileNameLength} are allowed.`,
          }),
        ]
      : []),
    ...(extension === undefined
      ? []
      : [
          refusal('blocked-file-type', {
            target: 'name',
            targetValue: name,
            explanation: `ZeptoMail takes no .${extension} files. Pack it, or give a link to it.`,
          }),
        ]),
  ];
}
