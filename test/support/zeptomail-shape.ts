import { z } from 'zod';

const text = z.string().min(1);

const taken = z.object({
  status: z.literal(201),
  body: z.strictObject({
    data: z.tuple([z.object({ code: z.literal('EM_104') })]),
    message: z.literal('OK'),
    request_id: z.string().regex(/\.[mb]1\./),
    object: z.literal('email'),
  }),
});
const uploaded = z.object({
  status: z.literal(201),
  body: z.strictObject({
    file_cache_key: z.string().regex(/\.h1\./),
    data: z.tuple([z.object({ code: z.literal('fm_101') })]),
    message: z.literal('OK'),
    object: z.literal('file'),
  }),
});
const refused = z.object({
  status: z.union([z.literal(400), z.literal(401), z.literal(422)]),
  body: z.strictObject({
    error: z.strictObject({
      code: z.string().regex(/^TM_\d{4}$/),
      details: z.array(z.object({ message: text })).min(1),
      message: text,
      request_id: z.string().regex(/\.m4\./),
    }),
  }),
});
const managed = z.object({
  status: z.literal(200),
  body: z.object({
    data: z.unknown(),
    ...Object.fromEntries(['status', 'message', 'object'].map((name) => [name, text.optional()])),
  }),
});
const deletedWithBody = z.object({
  status: z.literal(200),
  body: z.strictObject({ status: z.object({ code: z.literal(204), description: z.literal('success') }) }),
});
const failed = z.object({
  status: z.literal(400),
  body: z.strictObject({
    error: z.strictObject({
      code: z.string().regex(/^[A-Z]{2,3}_\d{3}$/),
      field: text.optional(),
      message: text,
      value: z.string().optional(),
    }),
    status: z.literal('failure'),
  }),
});
/** What is no endpoint is refused by the door itself. */
const nowhere = refused.extend({ status: z.union([z.literal(404), z.literal(405)]) });

/** Zoho's accounts server says less. */
const granted = z.object({
  status: z.literal(200),
  body: z.object({ access_token: text, expires_in: z.literal(3600), token_type: z.literal('Bearer') }),
});
const revoked = z.object({ status: z.literal(200), body: z.strictObject({ status: z.literal('success') }) });
const denied = z.object({
  status: z.union([z.literal(200), z.literal(400)]),
  body: z.strictObject({ error: z.string().regex(/^(?:invalid|unsupported)_[a-z_]+$/) }),
});

/** The shapes of answers: of an endpoint that takes mail, of one that takes files, of one that manages, of OAuth. */
const shapes = {
  send: z.union([taken, refused]),
  upload: z.union([uploaded, refused]),
  accounts: z.union([granted, revoked, denied]),
  management: z.union([managed, deletedWithBody, failed, refused, nowhere]),
} as const;

/** What about an answer is not of the shape; undefined when nothing is. */
export function misshaped(
  kind: keyof typeof shapes,
  { status, body }: { readonly status: number; readonly body: string },
): string | undefined {
  if (kind === 'management' && status === 204 && body === '') {
    return undefined;
  }
  const { error } = shapes[kind].safeParse({ status, body: JSON.parse(body) as unknown });
  return error && `${status} ${body}: ${z.prettifyError(error)}`;
}
