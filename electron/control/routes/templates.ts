import { controlApi } from '#shared/control-api/contract.ts';
import type { PatchTemplate, Template, TemplateFields, TemplateView } from '#shared/template.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { checkTemplate, previewTemplate } from '../../zeptomail/merge/preview.ts';
import type { Route } from '../endpoint-route.ts';

/** The templates of an agent, and what they come to. */
export function addTemplateRoutes(
  route: Route,
  { agents, ledger }: Pick<PostOffice, 'agents' | 'ledger'>,
): void {
  route(controlApi.listTemplates, ({ params }) => ({
    templates: ledger.templates
      .list(agents.get(params.id).id)
      .map(({ key, name, alias, subject, createdAt, modifiedAt }) => ({
        key,
        name,
        alias,
        subject,
        createdAt,
        modifiedAt,
      })),
  }));
  route(controlApi.createTemplate, ({ params, body }) => {
    const agent = agents.get(params.id);
    checkTemplate(body);
    const { htmlbody: html, textbody: text, ...rest } = body;
    return viewOf(ledger.templates.create(agent, { ...rest, html, text }, new Date()));
  });
  route(controlApi.previewTemplate, ({ params, body }) => {
    agents.get(params.id);
    return previewTemplate(body);
  });
  route(controlApi.getTemplate, ({ params }) =>
    viewOf(ledger.templates.get(agents.get(params.id).id, params.key)),
  );
  route(controlApi.patchTemplate, ({ params, body }) => {
    const agent = agents.get(params.id);
    checkTemplate(body);
    return viewOf(ledger.templates.update(agent.id, params.key, changesOf(body), new Date()));
  });
  route(controlApi.copyTemplate, ({ params }) =>
    viewOf(ledger.templates.copy(agents.get(params.id), params.key, new Date())),
  );
  route(controlApi.deleteTemplate, ({ params }) =>
    ledger.templates.delete(agents.get(params.id).id, params.key),
  );
}

function viewOf({ html, text, ...rest }: Template): TemplateView {
  return { ...rest, htmlbody: html, textbody: text };
}

/** What is left out stays, so it must not be there as undefined either. */
function changesOf({ htmlbody, textbody, ...rest }: PatchTemplate): Partial<TemplateFields> {
  const changes = { ...rest, html: htmlbody, text: textbody };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
