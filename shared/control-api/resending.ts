import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

/** What the commands that send a message again need as files. */
export const resendingApi = {
  getMessageSmtpData: {
    method: 'GET',
    path: '/api/messages/:id/smtp-data',
    summary:
      'The message as DATA carries it (RFC 5321 4.5.2): leading dots doubled, a lone dot at its end; for `swaks --no-data-fixup --data @file`',
    params: id,
    status: 200,
    responseType: 'application/octet-stream',
  },
  getMessageRequestBody: {
    method: 'GET',
    path: '/api/messages/:id/request-body',
    summary:
      'The body of the API request, byte for byte, its long base64 put back from the message’s parts; for `curl --data-binary @file`',
    params: id,
    status: 200,
    responseType: 'application/octet-stream',
  },
} as const satisfies Record<string, Endpoint>;
