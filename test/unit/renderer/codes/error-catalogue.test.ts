import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relayingDisallowed, replies, replyLine } from '../../../../electron/smtp/replies.ts';
import { errorCatalogue, errorKey, explainedError } from '../../../../shared/error-catalogue.ts';

const entries = errorCatalogue.flatMap((group) => group.entries);
const named = new Set(entries.flatMap(({ code, subCode }) => [code, subCode]));
const source = globSync('electron/**/*.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Whatever looks like one of ZeptoMail's codes. */
const codes = new Set(source.match(/\b(?:TM|SM|SMI|GE|SERR|LE|AE|UE|MTR|MA|DND|DM)_\d+\b/g));
/** Each pair that a table of refusals names; the order is the tables' own. */
const pairs = [...source.matchAll(/(?:group|code): '((?:TM|RESTANTE)_\w+)',\s*subCode: '(\w+)'/g)];

describe('the catalogue of errors', () => {
  it('explains every code that the source names', () => {
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => !named.has(code))).toEqual([]);
  });

  it('explains every pair of code and sub-code that is answered', () => {
    expect(pairs.length).toBeGreaterThan(20);
    const unexplained = pairs.filter(
      ([, code = '', subCode = '']) => !explainedError({ protocol: 'api', code, subCode }),
    );
    expect(unexplained.map(([found]) => found)).toEqual([]);
  });

  it('explains every reply that refuses over SMTP, with its code', () => {
    const refusing = [...Object.values(replies), relayingDisallowed('a@b.test')].filter(
      ({ code }) => code >= 400,
    );
    for (const reply of refusing) {
      const code = replyLine(reply);
      expect(explainedError({ protocol: 'smtp', code }), code).toMatchObject({ status: reply.code });
    }
  });

  it('names nothing twice', () => {
    const keys = entries.map(errorKey);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('gives every entry a meaning, causes and a fix', () => {
    for (const { causes, ...entry } of entries) {
      expect(causes.length, errorKey(entry)).toBeGreaterThan(0);
      for (const text of [entry.meaning, entry.fix, ...causes]) {
        expect(text, errorKey(entry)).toMatch(/^\S.*\.$/);
      }
    }
  });

  it('explains nothing that it does not know', () => {
    expect(explainedError({ protocol: 'api', code: 'TM_4001', subCode: 'SM_999' })).toBeUndefined();
    expect(explainedError({ protocol: 'smtp', code: '250 Message received' })).toBeUndefined();
  });
});
