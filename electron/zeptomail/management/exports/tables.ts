import type { Address } from '#shared/message.ts';
import type { ExportType } from '#shared/export.ts';
import { bounceAddressOf } from '../../bounce-address.ts';
import { hiddenRecipients } from '../../hidden-recipients.ts';
import { referenceOf, requestIdOf } from '../../mail-reference.ts';
import { agentByKey } from '../agents.ts';
import { zonedTime } from '../display-time.ts';
import { heldMails, timeOf } from '../held-mails.ts';
import { statusOf } from '../logs.ts';
import type { Surveying } from '../manage.ts';
import type { Cell } from './csv.ts';

/** What an export holds. Production shows its files to nobody: the columns are assumed. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows of a file at most, the newest; assumed, so that one request cannot take the whole memory. */
const mostRows = 10_000;

/** Characters of a mail's text (a spreadsheet's cell holds no more), and of all texts of a file. */
const mostText = { ofOne: 32_767, together: 50_000_000 } as const;

/** Entries that are asked for together. */
const pageLength = 200;

/** The table of each kind of export. The query has the filters of the list that it is made from. */
export const tables: Readonly<
  Record<ExportType, (managing: Surveying, withContent: boolean) => Promise<Table> | Table>
> = {
  'mail-logs': mailLogs,
  'activity-logs': activityLogs,
  'suppression-list': suppressionList,
};

async function mailLogs(managing: Surveying, withContent: boolean): Promise<Table> {
  const rows: Cell[][] = [];
  let length = 0;
  for await (const mail of heldMails(managing)) {
    const { message, agentKey } = mail;
    const text = withContent ? (message.text ?? '').slice(0, mostText.ofOne) : '';
    length += text.length;
    rows.push([
      requestIdOf(message, agentKey),
      referenceOf(message, agentKey),
      agentKey,
      statusOf(mail),
      message.subject,
      addresses(message.from === null ? [] : [message.from]),
      addresses(message.to),
      addresses(message.cc),
      addresses(hiddenRecipients(message)),
      bounceAddressOf(message),
      message.sending?.clientReference ?? '',
      zonedTime(message.receivedAt),
      ...(withContent ? [text] : []),
    ]);
    if (rows.length === mostRows || length >= mostText.together) {
      break;
    }
  }
  const columns = [
    'request_id',
    'email_reference',
    'mailagent_key',
    'status',
    'subject',
    'from',
    'to',
    'cc',
    'bcc',
    'bounce_address',
    'client_reference',
    'processed_time',
    ...(withContent ? ['content'] : []),
  ];
  return { columns, rows };
}

/** The sessions and requests that the activity keeps; of `mailagent_key`, `date_from` and `date_to`. */
async function activityLogs({ agents, context, query }: Surveying): Promise<Table> {
  const key = query.get('mailagent_key') ?? '';
  const agentId = key === '' ? undefined : agentByKey(agents, key).id;
  const from = timeOf(query, 'date_from') ?? 0;
  const until = timeOf(query, 'date_to') ?? Number.MAX_SAFE_INTEGER;
  const keys = new Map(agents.list().map((agent) => [agent.id, agent.key]));
  const rows: Cell[][] = [];
  let before: string | null | undefined;
  while (before !== null && rows.length < mostRows) {
    const page = await context.account.archive.listActivity(
      { agentId },
      { limit: pageLength, ...(before === undefined ? {} : { before }) },
    );
    for (const entry of page.activity) {
      const at = Date.parse(entry.startedAt);
      if (at >= from && at <= until) {
        rows.push([
          zonedTime(entry.startedAt),
          keys.get(entry.agentId) ?? '',
          entry.door,
          entry.peer,
          entry.outcome,
          entry.summary,
          entry.messageIds.length,
          entry.durationMs,
        ]);
      }
    }
    before = page.next;
  }
  const columns = [
    'time',
    'mailagent_key',
    'door',
    'peer',
    'outcome',
    'summary',
    'held_mails',
    'duration_ms',
  ];
  return { columns, rows: rows.slice(0, mostRows) };
}

/** Of `mailagent_key`, `search_value`, `date_from` and `date_to`. */
function suppressionList({ agents, context, query }: Surveying): Table {
  const key = query.get('mailagent_key') ?? '';
  const from = timeOf(query, 'date_from');
  const until = timeOf(query, 'date_to');
  const { suppressions } = context.ledger.suppressions.list({
    agentId: key === '' ? undefined : agentByKey(agents, key).id,
    search: query.get('search_value') ?? undefined,
    from: from === undefined ? undefined : new Date(from).toISOString(),
    until: until === undefined ? undefined : new Date(until).toISOString(),
    limit: mostRows,
  });
  const keys = new Map(agents.list().map((agent) => [agent.id, agent.key]));
  return {
    columns: [
      'value',
      'suppression_type',
      'action',
      'description',
      'category',
      'mailagent_keys',
      'created_time',
      'modified_time',
    ],
    rows: suppressions.map((entry) => [
      entry.value,
      entry.kind,
      entry.action,
      entry.description,
      entry.category,
      // None means all.
      entry.agents.flatMap((id) => keys.get(id) ?? []).join('; '),
      zonedTime(entry.createdAt),
      zonedTime(entry.modifiedAt),
    ]),
  };
}

function addresses(all: readonly Address[]): string {
  return all.map(({ address }) => address).join('; ');
}
