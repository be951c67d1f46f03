import { z } from 'zod';
import { addressSchema } from '../message.ts';
import { tagCountSchema, taggingSchema, tagNameSchema } from '../tag.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const name = z.object({ name: z.string() });
const ofAgent = z.object({ agent: z.string().optional() });

export const tagsApi = {
  listTags: {
    method: 'GET',
    path: '/api/tags',
    summary: 'The tags of an agent’s messages, or of all, each with how many have it',
    query: ofAgent,
    status: 200,
    response: z.object({ tags: z.array(tagCountSchema) }),
  },
  renameTag: {
    method: 'PATCH',
    path: '/api/tags/:name',
    summary: 'Rename a tag on all messages; a name that is a tag already takes them over',
    params: name,
    body: z.strictObject({ name: tagNameSchema }),
    status: 204,
  },
  deleteTag: {
    method: 'DELETE',
    path: '/api/tags/:name',
    summary: 'Take a tag from all messages',
    params: name,
    status: 204,
  },
  getTagging: {
    method: 'GET',
    path: '/api/agents/:id/tagging',
    summary: 'What tags an agent’s messages by itself: header, address, rules',
    params: id,
    status: 200,
    response: taggingSchema,
  },
  putTagging: {
    method: 'PUT',
    path: '/api/agents/:id/tagging',
    summary: 'Replace what tags an agent’s messages by itself; it holds for messages indexed from now on',
    params: id,
    body: taggingSchema,
    status: 200,
    response: taggingSchema,
  },
  listAddresses: {
    method: 'GET',
    path: '/api/addresses',
    summary:
      'Senders and recipients of the newest messages whose name or address has these letters, the most frequent first',
    query: ofAgent.extend({ text: z.string().max(320).optional() }),
    status: 200,
    response: z.object({ addresses: z.array(addressSchema) }),
  },
} as const satisfies Record<string, Endpoint>;
