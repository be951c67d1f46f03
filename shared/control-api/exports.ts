import { z } from 'zod';
import { createExportSchema, exportSchema } from '../export.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

/** Exports: the very ones of the ZeptoMail API. */
export const exportsApi = {
  listExports: {
    method: 'GET',
    path: '/api/exports',
    summary: 'The exports that are kept, newest first; each goes after three days',
    status: 200,
    response: z.object({ exports: z.array(exportSchema) }),
  },
  createExport: {
    method: 'POST',
    path: '/api/exports',
    summary: 'Export the log of mails, the activity or the suppression list as CSV',
    body: createExportSchema,
    status: 201,
    response: exportSchema,
  },
  getExport: {
    method: 'GET',
    path: '/api/exports/:id/content',
    summary: 'The CSV file of an export, as a download',
    params: id,
    status: 200,
    responseType: 'text/csv',
  },
  deleteExport: {
    method: 'DELETE',
    path: '/api/exports/:id',
    summary: 'Delete an export before its three days are over',
    params: id,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
