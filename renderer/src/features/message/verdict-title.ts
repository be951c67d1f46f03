import type { Verdict } from '#shared/verdict.ts';

/** Production's answer on one line: `401 TM_4001 / SM_111`, or the whole SMTP reply. */
export function verdictTitle(verdict: Pick<Verdict, 'protocol' | 'status' | 'code' | 'subCode'>): string {
  if (verdict.protocol === 'smtp') {
    return verdict.code;
  }
  const codes = verdict.subCode === undefined ? verdict.code : `${verdict.code} / ${verdict.subCode}`;
  return `${verdict.status} ${codes}`;
}
