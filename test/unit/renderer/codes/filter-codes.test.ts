import { describe, expect, it } from 'vitest';
import { codeAddress } from '../../../../renderer/src/features/codes/code-address.ts';
import { filterCodes } from '../../../../renderer/src/features/codes/filter-codes.ts';
import { errorCatalogue, errorKey } from '../../../../shared/error-catalogue.ts';

const entries = errorCatalogue.flatMap((group) => group.entries);

describe('the filter of the error codes', () => {
  it.each([
    ['sm_111', ['TM_4001 SM_111']],
    ['credit 429', ['TM_5001 LE_102']],
    ['no such word', []],
  ])('%s', (filter, keys) => {
    expect(filterCodes(entries, filter).map(errorKey)).toEqual(expect.arrayContaining(keys));
    expect(filterCodes(entries, filter).length === 0).toBe(keys.length === 0);
  });

  it('takes nothing away when it is blank', () => {
    expect(filterCodes(entries, '  ')).toEqual(entries);
  });
});

describe('the address of an entry', () => {
  it('names both codes', () => {
    expect(codeAddress({ code: 'TM_4001', subCode: 'SM_111' })).toBe('/codes?code=TM_4001+SM_111');
  });
});
