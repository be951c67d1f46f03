import { z } from 'zod';
import { cachedFileSchema } from '../cached-file.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const file = id.extend({ key: z.string() });

export const filesApi = {
  listFiles: {
    method: 'GET',
    path: '/api/agents/:id/files',
    summary: 'The file cache of an agent, newest first, and the bytes of all agents’ files together',
    params: id,
    status: 200,
    response: z.object({
      files: z.array(cachedFileSchema),
      usedBytes: z.number().int(),
      limitBytes: z.number().int(),
    }),
  },
  addFile: {
    method: 'POST',
    path: '/api/agents/:id/files',
    summary: 'Put a file into the file cache: its bytes are the body, whatever its Content-Type',
    params: id,
    query: z.object({ name: z.string().max(150) }),
    status: 201,
    response: cachedFileSchema,
  },
  getFile: {
    method: 'GET',
    path: '/api/agents/:id/files/:key',
    summary: 'The bytes of a cached file, as a download',
    params: file,
    status: 200,
    responseType: 'application/octet-stream',
  },
  deleteFile: {
    method: 'DELETE',
    path: '/api/agents/:id/files/:key',
    summary: 'Delete a cached file; sends that name it are refused from then on',
    params: file,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
