/** A field of a report, unfolded. */
export type ReportField = readonly [name: string, value: string];

/** The groups of fields of a report (RFC 3464 2.1, RFC 8098 3.1): the first is about the message, each other about a recipient. */
export function reportGroups(text: string): readonly (readonly ReportField[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((group) =>
      group.split('\n').flatMap((line): ReportField[] => {
        const colon = line.indexOf(':');
        return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
      }),
    )
    .filter((group) => group.length > 0);
}

/** The value of a field without its type: `rfc822; jane@example.com` is `jane@example.com`. */
export function reportValue(group: readonly ReportField[], name: string): string | null {
  const found = group.find(([key]) => key.toLowerCase() === name)?.[1];
  return found === undefined ? null : found.replace(/^(?:rfc822|utf-8|dns|smtp|x-[\w-]+)\s*;\s*/i, '');
}

const actions: Readonly<Record<string, string>> = {
  failed: 'could not be delivered',
  delayed: 'is delayed; it is tried again',
  delivered: 'was delivered',
  relayed: 'was handed to a system that sends no reports',
  expanded: 'was delivered to a list, and handed on from there',
};

const dispositions: Readonly<Record<string, string>> = {
  displayed: 'The mail was shown to its recipient.',
  deleted: 'The mail was deleted, perhaps unread.',
  dispatched: 'The mail was sent on, unread.',
  processed: 'The mail was dealt with by a program.',
  denied: 'The recipient does not want to say.',
  failed: 'The mail client could not tell.',
};

/** What a group of a report says, in a sentence; null for one that says nothing by itself. */
export function reportSentence(group: readonly ReportField[]): string | null {
  const recipient =
    reportValue(group, 'final-recipient') ?? reportValue(group, 'original-recipient') ?? 'A recipient';
  const action = reportValue(group, 'action')?.toLowerCase();
  if (action !== undefined) {
    const status = reportValue(group, 'status');
    const kind = statusWords(status);
    return `For ${recipient} the mail ${actions[action] ?? `has the state “${action}”`}${kind === null ? '' : ` (${status}: ${kind})`}.`;
  }
  const disposition = reportValue(group, 'disposition');
  if (disposition !== null) {
    const kind = /;\s*([\w-]+)/.exec(disposition)?.[1]?.toLowerCase() ?? '';
    return dispositions[kind] ?? `The recipient’s mail client says “${disposition}”.`;
  }
  const feedback = reportValue(group, 'feedback-type');
  return feedback === null ? null : `A complaint about a mail: ${feedback}.`;
}

/** What an enhanced status code is about (RFC 3463): its second number. */
function statusWords(status: string | null): string | null {
  const [, kind, subject] = /^([245])\.(\d{1,3})\.\d{1,3}/.exec(status ?? '') ?? [];
  if (kind === undefined || subject === undefined) {
    return null;
  }
  const subjects: Readonly<Record<string, string>> = {
    '1': 'the address',
    '2': 'the mailbox',
    '3': 'the receiving system',
    '4': 'the way there',
    '5': 'the conversation between the servers',
    '6': 'the message’s content',
    '7': 'a rule or security',
  };
  const permanence = { '2': 'success', '4': 'for the time being', '5': 'for good' }[kind];
  return `${permanence ?? ''}, because of ${subjects[subject] ?? 'something else'}`;
}
