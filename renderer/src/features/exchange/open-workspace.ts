import type { OpenedWorkspace } from '#shared/control-api/exchange.ts';
import { errorText } from '#shared/errors.ts';
import { ApiError, call, callWithFile } from '../../api/client.ts';

/**
 * Opens a workspace file, to be followed and cancelled by its task.
 * @throws ApiError, `workspace.cancelled` too where cancelling broke off the sending, and the answer with it.
 */
export async function openWorkspace(
  file: File,
  { settings, task }: { readonly settings: 'take' | 'keep'; readonly task: string },
): Promise<OpenedWorkspace> {
  try {
    return await callWithFile('openWorkspace', { query: { name: file.name, settings, task } }, file);
  } catch (error) {
    const ended = await call('getTask', { params: { id: task } }).catch(() => undefined);
    if (ended?.state === 'cancelled') {
      throw new ApiError(409, 'workspace.cancelled', errorText('workspace.cancelled', { name: file.name }));
    }
    throw error;
  }
}
