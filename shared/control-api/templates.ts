import { z } from 'zod';
import {
  createTemplateSchema,
  patchTemplateSchema,
  previewTemplateSchema,
  templatePreviewSchema,
  templateSummarySchema,
  templateViewSchema,
} from '../template.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const ofTemplate = id.extend({ key: z.string() });

export const templatesApi = {
  listTemplates: {
    method: 'GET',
    path: '/api/agents/:id/templates',
    summary: 'The templates of an agent without their bodies, newest first',
    params: id,
    status: 200,
    response: z.object({ templates: z.array(templateSummarySchema) }),
  },
  createTemplate: {
    method: 'POST',
    path: '/api/agents/:id/templates',
    summary: 'Create a template; its key is what a send names',
    params: id,
    body: createTemplateSchema,
    status: 201,
    response: templateViewSchema,
  },
  previewTemplate: {
    method: 'POST',
    path: '/api/agents/:id/templates/preview',
    summary: 'Fill a subject and bodies as a send would, without keeping or sending them',
    params: id,
    body: previewTemplateSchema,
    status: 200,
    response: templatePreviewSchema,
  },
  getTemplate: {
    method: 'GET',
    path: '/api/agents/:id/templates/:key',
    summary: 'One template',
    params: ofTemplate,
    status: 200,
    response: templateViewSchema,
  },
  patchTemplate: {
    method: 'PATCH',
    path: '/api/agents/:id/templates/:key',
    summary: 'Change a template; what is left out stays',
    params: ofTemplate,
    body: patchTemplateSchema,
    status: 200,
    response: templateViewSchema,
  },
  copyTemplate: {
    method: 'POST',
    path: '/api/agents/:id/templates/:key/copy',
    summary: 'Another template with the same content, without the alias',
    params: ofTemplate,
    status: 201,
    response: templateViewSchema,
  },
  deleteTemplate: {
    method: 'DELETE',
    path: '/api/agents/:id/templates/:key',
    summary: 'Delete a template; messages that were made from it stay',
    params: ofTemplate,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
