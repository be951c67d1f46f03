import { z } from 'zod';

/** One line of an SMTP conversation; credentials are blanked before it gets here. */
export const transcriptLineSchema = z.object({
  /** C client, S server, and I for what happened without a line: TLS started, DATA of n bytes, connection lost. */
  by: z.enum(['C', 'S', 'I']),
  /** Milliseconds since the connection opened. */
  at: z.number().int().min(0),
  text: z.string(),
});
export type TranscriptLine = z.infer<typeof transcriptLineSchema>;

const smtpSessionSchema = z.object({
  kind: z.literal('smtp'),
  peer: z.string(),
  helo: z.string().nullable(),
  /** The AUTH user name as sent, or null. */
  user: z.string().nullable(),
  tls: z.object({ protocol: z.string(), cipher: z.string() }).nullable(),
  transcript: z.array(transcriptLineSchema),
});
export type SmtpSession = z.infer<typeof smtpSessionSchema>;

const headerPairSchema = z.tuple([z.string(), z.string()]);

const apiExchangeSchema = z.object({
  kind: z.literal('api'),
  peer: z.string(),
  tls: z.boolean(),
  request: z.object({
    method: z.string(),
    path: z.string(),
    /** As they came; the token in Authorization is blanked but for its last four characters. */
    headers: z.array(headerPairSchema),
    /** As it came; long base64 contents are cut out and a note of their length stands in their place. */
    body: z.string(),
    bodyBytes: z.number().int(),
  }),
  response: z.object({ status: z.number().int(), headers: z.array(headerPairSchema), body: z.string() }),
});
export type ApiExchange = z.infer<typeof apiExchangeSchema>;

const importSessionSchema = z.object({
  kind: z.literal('import'),
  /** The file it lay in, and its name inside an archive. */
  file: z.string(),
  entry: z.string().nullable(),
  importedAt: z.iso.datetime(),
  /** Where its envelope was found: header fields by their names, the mbox separator, or nowhere. */
  envelopeFrom: z.array(z.string()),
});
export type ImportSession = z.infer<typeof importSessionSchema>;

/** How a message came in: the SMTP conversation up to its end of DATA, the API request with its answer, or a file. */
export const sessionSchema = z.discriminatedUnion('kind', [
  smtpSessionSchema,
  apiExchangeSchema,
  importSessionSchema,
]);
export type Session = z.infer<typeof sessionSchema>;
