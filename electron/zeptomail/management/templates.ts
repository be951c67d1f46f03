import { type Template, type TemplateFields, templateLimits } from '#shared/template.ts';
import type { JsonObject } from '../email/json-object.ts';
import { MergeProblem } from '../merge/merge-problem.ts';
import { parseMerge } from '../merge/parse.ts';
import type { Resource } from '../resource.ts';
import { agentByKey } from './agents.ts';
import { displayedTime } from './display-time.ts';
import { Failure } from './failure.ts';
import { manage } from './manage.ts';
import { countOf, optionalText, requiredText } from './read-field.ts';

/** Ends every answer with a template. */
const ok = { message: 'OK', object: 'templates' };

/** /v1.1/agents/{key}/templates. */
export const templateList: Resource = {
  GET: manage({ group: 'MailTemplates', operation: 'READ' }, ({ agents, context, params, query }) => {
    const all = context.ledger.templates.list(agentByKey(agents, params['key']).id);
    const offset = countOf(query, 'offset', 0, 1_000_000);
    const limit = countOf(query, 'limit', 10, 500);
    const data = all.slice(offset, offset + limit).map((template) => ({
      created_time: displayedTime(template.createdAt),
      template_name: template.name,
      template_key: template.key,
      modified_time: displayedTime(template.modifiedAt),
      subject: template.subject,
      ...aliasOf(template),
    }));
    return { body: { metadata: { offset, count: data.length, limit }, data, ...ok } };
  }),
  POST: manage(
    { group: 'MailTemplates', operation: 'CREATE' },
    ({ agents, context, params, body, request }) => {
      const agent = agentByKey(agents, params['key']);
      const { name, subject, ...rest } = fieldsOf(body);
      const template = context.ledger.templates.create(
        agent,
        {
          name: name ?? requiredText(body, 'template_name'),
          subject: subject ?? requiredText(body, 'subject'),
          alias: null,
          html: null,
          text: null,
          sampleMergeInfo: {},
          ...rest,
        },
        request.receivedAt,
      );
      return { body: { data: [uploaded(template)], ...ok } };
    },
  ),
};

/** /v1.1/agents/{key}/templates/{template_key}. */
export const oneTemplate: Resource = {
  GET: manage({ group: 'MailTemplates', operation: 'READ' }, ({ agents, context, params }) => {
    const { id } = agentByKey(agents, params['key']);
    const template = context.ledger.templates.get(id, params['template'] ?? '');
    const data = {
      ...bodiesOf(template),
      created_time: displayedTime(template.createdAt),
      template_name: template.name,
      template_key: template.key,
      modified_time: displayedTime(template.modifiedAt),
      attachments: [],
      subject: template.subject,
      ...aliasOf(template),
      sample_merge_info: template.sampleMergeInfo,
    };
    return { body: { data, ...ok } };
  }),
  PUT: manage(
    { group: 'MailTemplates', operation: 'UPDATE' },
    ({ agents, context, params, body, request }) => {
      const { id } = agentByKey(agents, params['key']);
      const template = context.ledger.templates.update(
        id,
        params['template'] ?? '',
        fieldsOf(body),
        request.receivedAt,
      );
      return { body: { data: [uploaded(template)], ...ok } };
    },
  ),
  // What production answers is unknown; assumed is what it answers to other deletions.
  DELETE: manage({ group: 'MailTemplates', operation: 'DELETE' }, ({ agents, context, params }) => {
    context.ledger.templates.delete(agentByKey(agents, params['key']).id, params['template'] ?? '');
    return {};
  }),
};

/** The answer to POST and PUT. */
function uploaded(template: Template): object {
  return { ...bodiesOf(template), ...templateFacts(template) };
}

/** What is told of a template beside its bodies. */
export function templateFacts(template: Template): object {
  return {
    upload_time: displayedTime(template.createdAt),
    template_name: template.name,
    template_key: template.key,
    template_size: Buffer.byteLength(template.html ?? template.text ?? ''),
    modified_time: displayedTime(template.modifiedAt),
    subject: template.subject,
  };
}

function bodiesOf({ html, text }: Template): object {
  return { ...(html === null ? {} : { htmlbody: html }), ...(text === null ? {} : { textbody: text }) };
}

function aliasOf({ alias }: Template): object {
  return alias === null ? {} : { template_alias: alias };
}

/** What the body names; each is checked against its limit and, where it may hold variables, read as a template. */
function fieldsOf(body: JsonObject): Partial<TemplateFields> {
  const name = bounded(body, 'template_name', templateLimits.name);
  const alias = bounded(body, 'template_alias', templateLimits.alias);
  const subject = readable(body, 'subject', templateLimits.subject);
  const html = readable(body, 'htmlbody', templateLimits.body);
  const text = readable(body, 'textbody', templateLimits.body);
  return {
    ...(name === undefined ? {} : { name: requiredText(body, 'template_name') }),
    ...(alias === undefined ? {} : { alias }),
    ...(subject === undefined ? {} : { subject: requiredText(body, 'subject') }),
    ...(html === undefined ? {} : { html }),
    ...(text === undefined ? {} : { text }),
  };
}

function bounded(body: JsonObject, field: string, most: number): string | undefined {
  const text = optionalText(body, field);
  if (text !== undefined && text.length > most) {
    throw new Failure('invalid-value', { field, value: text });
  }
  return text;
}

function readable(body: JsonObject, field: string, most: number): string | undefined {
  const text = bounded(body, field, most);
  try {
    parseMerge(text ?? '');
    return text;
  } catch (error) {
    if (error instanceof MergeProblem) {
      throw new Failure('invalid-value', { field, value: error.message });
    }
    throw error;
  }
}
