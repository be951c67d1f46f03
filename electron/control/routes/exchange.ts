import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import { mboxOfMail, zipOfMail } from '../../exchange/export-mail.ts';
import { listeningAgent } from '../../agents/own-transport.ts';
import { importMail } from '../../exchange/import-mail.ts';
import { replayMail } from '../../exchange/replay-mail.ts';
import type { Tasks } from '../../exchange/tasks.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { MessageSelection } from '../../road/archive.ts';
import { bodyOf } from '../body-of.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';
import { messageSelection } from './message-selection.ts';

/** Mail to files and back, and the tasks by which it is followed. */
export function addExchangeRoutes(
  route: Route,
  postOffice: Pick<PostOffice, 'archive' | 'agents' | 'filing' | 'announcer' | 'authority' | 'dataFolder'>,
  tasks: Tasks,
): void {
  const { archive, agents } = postOffice;

  async function exported(
    selection: MessageSelection,
    format: 'zip' | 'mbox',
    name: string,
  ): Promise<Response> {
    const ids = await archive.ids(selection);
    return new Response(format === 'zip' ? zipOfMail(archive, ids) : mboxOfMail(archive, ids), {
      headers: {
        'Content-Type': format === 'zip' ? 'application/zip' : 'application/mbox',
        'Content-Disposition': attachmentDisposition(`${name}.${format}`),
      },
    });
  }

  route(controlApi.exportMessages, ({ query }) => {
    if (query.ids !== undefined) {
      return exported({ ids: query.ids.split(',') }, query.format, 'messages');
    }
    const name = query.agent === undefined ? 'messages' : agents.get(query.agent).name;
    return exported(messageSelection(query, agents), query.format, name);
  });
  route(controlApi.exportMessagesById, ({ body }) => exported({ ids: body.ids }, body.format, 'messages'));

  route(controlApi.importMessages, async ({ query }, context) => {
    const { id: agentId } = agents.get(query.agent);
    const about = { kind: 'import', title: query.name, agentId, id: query.task } as const;
    return tasks.run(about, async (task) => {
      const file = { name: query.name, bytes: task.counted(bodyOf(context.req.raw, task.signal)) };
      const report = await importMail(file, { ...query, agentId }, postOffice, task);
      return { ...report, refused: [...report.refused], cancelled: task.signal.aborted };
    });
  });

  route(controlApi.replayMessages, async ({ body }) => {
    const { ids, to, speed, ...named } = body;
    if (ids !== undefined && (named.agent !== undefined || named.q !== undefined)) {
      const reason = 'Messages are named either by their ids or by agent and search.';
      throw new RestanteError('request.invalid', { reason }, { field: 'ids' });
    }
    const agent = listeningAgent(agents.get(to));
    const wanted = await archive.ids(ids === undefined ? messageSelection(named, agents) : { ids });
    const about = { kind: 'replay', title: `Replay into ${agent.name}`, agentId: agent.id } as const;
    return tasks.start(about, (task) => replayMail(wanted, { agent, speed }, postOffice, task));
  });

  route(controlApi.listTasks, () => ({ tasks: tasks.list() }));
  route(controlApi.getTask, ({ params }) => tasks.get(params.id));
  route(controlApi.cancelTask, ({ params }) => tasks.cancel(params.id));
}
