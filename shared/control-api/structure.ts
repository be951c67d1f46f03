import { z } from 'zod';
import {
  messageHeadersSchema,
  messageStructureSchema,
  nestedMessageSchema,
  partFormSchema,
  partPathSchema,
} from '../structure.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const partPlace = id.extend({ path: partPathSchema });

export const structureApi = {
  getMessageStructure: {
    method: 'GET',
    path: '/api/messages/:id/structure',
    summary: 'The tree of a message’s MIME parts, and what was found wrong in each',
    params: id,
    status: 200,
    response: messageStructureSchema,
  },
  getMessageHeaders: {
    method: 'GET',
    path: '/api/messages/:id/headers',
    summary:
      'The header fields as they were sent beside how they read, with what is wrong in them; of the part at `path`, left out of the message itself',
    params: id,
    query: z.object({ path: partPathSchema.default('1') }),
    status: 200,
    response: messageHeadersSchema,
  },
  getMessageStructurePart: {
    method: 'GET',
    path: '/api/messages/:id/structure/:path',
    summary:
      'A part by its path, as a download: decoded, its body as it was sent (`as=sent`), as UTF-8 text (`as=text`), or header and body as they were sent (`as=source`)',
    params: partPlace,
    query: z.object({ as: partFormSchema.default('decoded') }),
    status: 200,
    responseType: 'application/octet-stream',
  },
  getNestedMessage: {
    method: 'GET',
    path: '/api/messages/:id/structure/:path/message',
    summary: 'The message that a part holds (message/rfc822)',
    params: partPlace,
    status: 200,
    response: nestedMessageSchema,
  },
} as const satisfies Record<string, Endpoint>;
