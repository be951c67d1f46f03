import { z } from 'zod';
import { addressSchema } from './message.ts';

export const partProblemSchema = z.object({
  /** For programs; the texts may change. */
  code: z.string(),
  text: z.string(),
});
export type PartProblem = z.infer<typeof partProblemSchema>;

/** Of a part in its message: `1.2.1`. */
export const partPathSchema = z.string().regex(/^1(?:\.\d{1,6})*$/, 'A part’s path is like 1.2.3.');

/** A MIME part, or a file unpacked from one. */
export const structurePartSchema = z.object({
  /** `1` for the message itself, `1.2` for the second part in it, `1.2.1` for what that holds. */
  path: z.string(),
  /** `mime` for a part of the message; `tnef` and `uuencode` for what was unpacked from one. */
  origin: z.enum(['mime', 'tnef', 'uuencode']),
  /** The media type in lower case; the default of RFC 2045 where none is given or the given one cannot be read. */
  type: z.string(),
  /** The other parameters of the Content-Type: `protocol`, `method`, `report-type`, … */
  parameters: z.array(z.tuple([z.string(), z.string()])),
  charset: z.string().nullable(),
  /** The Content-Transfer-Encoding as given. */
  encoding: z.string().nullable(),
  disposition: z.string().nullable(),
  fileName: z.string().nullable(),
  contentId: z.string().nullable(),
  description: z.string().nullable(),
  /** Bytes of the body as it was sent. */
  sentSize: z.number().int(),
  /** Bytes of the content, decoded. */
  size: z.number().int(),
  /** How many parts lie directly in it. */
  childCount: z.number().int(),
  problems: z.array(partProblemSchema),
});
export type StructurePart = z.infer<typeof structurePartSchema>;

export const messageStructureSchema = z.object({
  /** Each followed by what it holds. */
  parts: z.array(structurePartSchema),
  /** How many parts there are beyond the limit of what is read. */
  leftOut: z.number().int(),
  /** Where the page may frame HTML parts and messages within: an origin of its own. Append a part’s path and `/`. */
  partViewUrl: z.string(),
});
export type MessageStructure = z.infer<typeof messageStructureSchema>;

const headerFieldSchema = z.object({
  name: z.string(),
  /** Unfolded and decoded (RFC 2047). */
  value: z.string(),
  /** As it was sent, its name and folding included. */
  sent: z.string(),
  problems: z.array(partProblemSchema),
});
export type HeaderField = z.infer<typeof headerFieldSchema>;

export const messageHeadersSchema = z.object({
  fields: z.array(headerFieldSchema),
  /** How many fields there are beyond the limit of what is read. */
  leftOut: z.number().int(),
  /** What is wrong with the header as a whole. */
  problems: z.array(partProblemSchema),
});
export type MessageHeaders = z.infer<typeof messageHeadersSchema>;

/** A part's content: decoded, its body as it was sent, as text in UTF-8, or header and body as they were sent. */
export const partFormSchema = z.enum(['decoded', 'sent', 'text', 'source']);
export type PartForm = z.infer<typeof partFormSchema>;

/** A message within the message, as it is read. */
export const nestedMessageSchema = z.object({
  from: addressSchema.nullable(),
  to: z.array(addressSchema),
  cc: z.array(addressSchema),
  subject: z.string(),
  date: z.string().nullable(),
  text: z.string().nullable(),
  /** Then it is found at the `partViewUrl` of the structure. */
  hasHtml: z.boolean(),
  remoteContentCount: z.number().int(),
});
export type NestedMessage = z.infer<typeof nestedMessageSchema>;
