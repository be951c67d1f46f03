import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { openWorkspace } from '../../exchange/open-workspace.ts';
import { readWorkspace } from '../../exchange/read-workspace.ts';
import { spool } from '../../exchange/spool.ts';
import type { Tasks } from '../../exchange/tasks.ts';
import { workspaceOf } from '../../exchange/write-workspace.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { bodyOf } from '../body-of.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';

/** Everything in one file, and back. */
export function addWorkspaceRoutes(
  route: Route,
  postOffice: PostOffice,
  { version, tasks }: { readonly version: string; readonly tasks: Tasks },
): void {
  route(controlApi.exportWorkspace, async ({ query }) => {
    const wish = { withCredentials: query.credentials, withMessages: query.messages, version };
    const day = new Date().toISOString().slice(0, 10);
    return new Response(await workspaceOf(postOffice, wish), {
      headers: {
        'Content-Type': 'application/vnd.restante.workspace+zip',
        'Content-Disposition': attachmentDisposition(`workspace-${day}.restante`),
      },
    });
  });
  route(controlApi.openWorkspace, async ({ query }, context) => {
    const { name, task: id } = query;
    return tasks.run({ kind: 'workspace', title: name, agentId: null, id }, async (task) => {
      try {
        await using spooled = await spool(
          postOffice.dataFolder,
          task.counted(bodyOf(context.req.raw, task.signal)),
        );
        // Awaited here: the file goes when this function is left.
        return await readWorkspace({ file: spooled.file, name }, task, (workspace) =>
          openWorkspace(workspace, query, postOffice, task),
        );
      } catch (error) {
        throw task.signal.aborted
          ? new RestanteError('workspace.cancelled', { name }, { cause: error })
          : error;
      }
    });
  });
}
