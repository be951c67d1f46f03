import {
  type Suppression,
  suppressionActionSchema,
  type SuppressionAction,
  type SuppressionKind,
} from '#shared/suppression.ts';
import type { Resource } from '../resource.ts';
import { agentByKey } from './agents.ts';
import { displayedTime, givenTime } from './display-time.ts';
import { Failure } from './failure.ts';
import { manage, type Managing } from './manage.ts';
import { countOf, optionalText, optionalTexts, requiredText } from './read-field.ts';

/** Values of one call (https://www.zoho.com/zeptomail/help/suppression-list.html). */
const mostValues = 50;

const valuePatterns: Readonly<Record<SuppressionKind, RegExp>> = {
  email: /^[^\s@]{1,64}@[^\s@]{1,255}$/,
  domain: /^[^\s@.]{1,63}(?:\.[^\s@.]{1,63})+$/,
};

/** /v1.1/suppressions/email and /v1.1/suppressions/domain. */
export function suppressionsOf(kind: SuppressionKind): Resource {
  return {
    POST: manage({ group: 'Suppressions', operation: 'CREATE' }, (managing) => {
      const wish = wishOf(managing, kind);
      const { values, action, description, agents } = wish;
      const { request, context } = managing;
      const added = context.ledger.suppressions.add(
        values.map((value) => ({
          kind,
          value,
          action,
          description: description ?? '',
          agents: agents ?? [],
        })),
        request.receivedAt,
      );
      return { body: { data: changed(managing, values, added), status: 'success' } };
    }),
    PUT: manage({ group: 'Suppressions', operation: 'UPDATE' }, (managing) => {
      const { values, action, description, agents } = wishOf(managing, kind);
      const { request, context } = managing;
      const found = entriesOf(managing, kind, values);
      const updated = found.map(({ id }) =>
        context.ledger.suppressions.update(
          id,
          {
            action,
            ...(description === undefined ? {} : { description }),
            ...(agents === undefined ? {} : { agents }),
          },
          request.receivedAt,
        ),
      );
      return { body: { data: changed(managing, values, updated), status: 'success' } };
    }),
    GET: manage({ group: 'Suppressions', operation: 'READ' }, (managing) => {
      const { agents, query, context } = managing;
      const key = query.get('mailagent_key') ?? '';
      const { suppressions } = context.ledger.suppressions.list({
        kind,
        agentId: key === '' ? undefined : agentByKey(agents, key).id,
        search: query.get('search_value') ?? undefined,
        from: isoTime(query, 'date_from'),
        until: isoTime(query, 'date_to'),
        limit: countOf(query, 'limit', 100, 500),
        offset: countOf(query, 'offset', 0, 1_000_000),
      });
      const data = suppressions.map((entry) => ({
        modified_time: displayedTime(entry.modifiedAt),
        action: entry.action,
        description: entry.description,
        mailagent_keys: keysOf(managing, entry),
        category: entry.category,
        value: entry.value,
        created_time: displayedTime(entry.createdAt),
      }));
      return { body: { data, status: 'success' } };
    }),
    DELETE: manage({ group: 'Suppressions', operation: 'DELETE' }, (managing) => {
      const found = entriesOf(managing, kind, valuesOf(managing, kind));
      for (const { id } of found) {
        managing.context.ledger.suppressions.remove(id);
      }
      return {};
    }),
  };
}

function wishOf(managing: Managing, kind: SuppressionKind) {
  const { body, agents } = managing;
  const action = actionOf(requiredText(body, 'action'), kind);
  const description = optionalText(body, 'description');
  if (description !== undefined && description.length > 1000) {
    throw new Failure('invalid-value', { field: 'description', value: description });
  }
  const keys = optionalTexts(body, 'mailagent_keys');
  return {
    values: valuesOf(managing, kind),
    action,
    description,
    agents: keys?.map((key) => agentByKey(agents, key).id),
  };
}

function actionOf(given: string, kind: SuppressionKind): SuppressionAction {
  const action = suppressionActionSchema.safeParse(given);
  if (!action.success || (kind === 'domain' && action.data === 'suppress_tracking')) {
    throw new Failure('invalid-value', { field: 'action', value: given });
  }
  return action.data;
}

/** Each once, in lower case as the list keeps them. */
function valuesOf({ body }: Managing, kind: SuppressionKind): string[] {
  const given = optionalTexts(body, 'values') ?? [];
  if (given.length === 0) {
    throw new Failure('field-empty', { field: 'values' });
  }
  const values = [...new Set(given.map((value) => value.trim().toLowerCase()))];
  const wrong = values.find((value) => !valuePatterns[kind].test(value));
  if (wrong !== undefined || given.length > mostValues) {
    throw new Failure('invalid-value', { field: 'values', value: wrong ?? given.length });
  }
  return values;
}

/** @throws Failure `suppression-unknown` unless each is on the list. */
function entriesOf({ context }: Managing, kind: SuppressionKind, values: readonly string[]): Suppression[] {
  return values.map((value) => {
    const entry = context.ledger.suppressions.find(kind, value);
    if (entry === undefined) {
      throw new Failure('suppression-unknown', { field: 'values', value: [value] });
    }
    return entry;
  });
}

function changed(
  managing: Managing,
  values: readonly string[],
  [entry]: readonly Suppression[],
): object | undefined {
  return (
    entry && {
      modified_time: displayedTime(entry.modifiedAt),
      suppression_type: entry.kind,
      values,
      action: entry.action,
      description: entry.description,
      mailagent_keys: keysOf(managing, entry),
      category: entry.category,
    }
  );
}

/** The keys of the agents that an entry holds for; one for all names them all (assumed). */
function keysOf({ agents }: Managing, entry: Suppression): string[] {
  return agents
    .list()
    .filter(({ id }) => entry.agents.length === 0 || entry.agents.includes(id))
    .map(({ key }) => key);
}

function isoTime(query: URLSearchParams, field: string): string | undefined {
  const text = query.get(field) ?? '';
  const time = text === '' ? undefined : givenTime(text);
  if (text !== '' && time === undefined) {
    throw new Failure('invalid-value', { field, value: text });
  }
  return time === undefined ? undefined : new Date(time).toISOString();
}
