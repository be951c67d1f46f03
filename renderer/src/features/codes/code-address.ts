import { errorKey } from '#shared/error-catalogue.ts';
import type { ExplainedError } from '#shared/error-catalogue/entry.ts';
import { pathOf } from '../../routing/place.ts';

/** The address of an entry: `/codes?code=TM_4001+SM_111`. */
export function codeAddress(entry: Pick<ExplainedError, 'code' | 'subCode'>): string {
  return `${pathOf({ page: 'codes', agentId: null })}?${new URLSearchParams({ code: errorKey(entry) })}`;
}
