import type { Verdict } from '#shared/verdict.ts';
import { refusal } from '../refusals.ts';
import { blockedExtension } from './blocked-extensions.ts';
import { emailLimits } from './email-fields.ts';
import type { ContentProblem, GivenFile } from './email-file.ts';

/** `type/subtype`, with parameters or not (RFC 2045 section 5.1); whether such a type exists is not asked. */
const mimeTypePattern = /^[\w!#$&^.+*-]{1,127}\/[\w!#$&^.+*-]{1,127}(?:\s*;[\x20-\x7e]{0,500})?$/;

const problemTexts: Readonly<Record<ContentProblem, string>> = {
  missing: 'it has neither “content” nor “file_cache_key”. Give its bytes in base64.',
  'not-base64':
    'its content is not base64. Encode the bytes, e.g. with Buffer.toString("base64"). Restante held the text as it came.',
  'data-url': 'its content is a whole data: URL. Send only what follows “base64,”.',
  'bytes-as-json':
    'its content is a Buffer turned into JSON. Encode it as a base64 string. Restante held the bytes.',
  'wrong-type': 'its content is no string. Give its bytes in base64.',
};

/** Attachments and inline images: counts, names, sizes, types, contents. */
export function judgeFiles(files: readonly GivenFile[]): Verdict[] {
  return [...judgeCounts(files), ...files.flatMap(judgeFile)];
}

function judgeCounts(files: readonly GivenFile[]): Verdict[] {
  return [
    { target: 'attachments', count: files.filter(({ isInline }) => !isInline).length },
    { target: 'inline_images', count: files.filter(({ isInline }) => isInline).length },
  ]
    .filter(({ count }) => count > emailLimits.files)
    .map(({ target, count }) =>
      refusal('too-many', {
        target,
        explanation: `There are ${count} files, ${emailLimits.files} are the most that one mail may have.`,
      }),
    );
}

function judgeFile(file: GivenFile): Verdict[] {
  const { target } = file;
  const name = file.name ?? file.contentId ?? target;
  const verdicts: Verdict[] = [];
  if (file.cacheKey !== null) {
    const explanation = `The file cache of this agent has no file with this key; the mail goes without it.`;
    verdicts.push(
      refusal('invalid-file-cache-key', {
        target: `${target}.file_cache_key`,
        targetValue: file.cacheKey,
        explanation,
      }),
    );
  }
  if (file.problem !== null && !(file.problem === 'missing' && file.cacheKey !== null)) {
    const explanation = `${name}: ${problemTexts[file.problem]}`;
    verdicts.push(
      refusal(file.problem === 'missing' ? 'field-empty' : 'invalid-content', {
        target: `${target}.content`,
        explanation,
      }),
    );
  }
  if (file.cacheKey === null && !mimeTypePattern.test(file.mimeType)) {
    const explanation = `${name}: the “mime_type” is no media type such as “application/pdf”.`;
    verdicts.push(
      refusal('invalid-mime-type', {
        target: `${target}.mime_type`,
        targetValue: file.mimeType,
        explanation,
      }),
    );
  }
  if (file.isInline && file.contentId === null) {
    const explanation = `${name}: an inline image needs a “cid”, by which the HTML shows it (<img src="cid:...">).`;
    verdicts.push(refusal('field-empty', { target: `${target}.cid`, explanation }));
  }
  return [...verdicts, ...judgeFileLimits(file, name)];
}

function judgeFileLimits(file: GivenFile, name: string): Verdict[] {
  const verdicts: Verdict[] = [];
  if (file.name !== null && file.name.length > emailLimits.fileNameLength) {
    const explanation = `The file name has ${file.name.length} characters, ${emailLimits.fileNameLength} are allowed.`;
    verdicts.push(
      refusal('too-long', { target: `${file.target}.name`, targetValue: file.name, explanation }),
    );
  }
  if (file.content !== null && file.content.length > emailLimits.fileBytes) {
    const explanation = `${name} has ${file.content.length} bytes, ${emailLimits.fileBytes} (15 MB) are allowed for a file.`;
    verdicts.push(refusal('too-large', { target: file.target, targetValue: file.name ?? '', explanation }));
  }
  const extension = blockedExtension(file.name ?? '');
  if (extension !== undefined) {
    const explanation = `ZeptoMail takes no .${extension} files. Pack it, or give a link to it.`;
    verdicts.push(
      refusal('blocked-file-type', {
        target: `${file.target}.name`,
        targetValue: file.name ?? '',
        explanation,
      }),
    );
  }
  return verdicts;
}
