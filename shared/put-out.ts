import { z } from 'zod';
import { mailRenderingSchema } from './mail-rendering.ts';

/** A message to be printed, or saved as a file, as it is shown. */
export const putOutSchema = z.strictObject({
  messageId: z.uuid(),
  /** Names the file. */
  subject: z.string(),
  as: z.enum(['print', 'pdf', 'png']),
  /** Of the mail in CSS pixels; paper has its own. */
  width: z.number().int().min(200).max(4000),
  rendering: mailRenderingSchema,
});
export type PutOut = z.infer<typeof putOutSchema>;

/** What became of it. */
export type PutOutResult =
  | { readonly outcome: 'done'; readonly file: string | null }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly problem: string };
