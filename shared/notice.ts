import { z } from 'zod';

/** Something that the person must be told about this run, e.g. that a corrupt agents.json was set aside. */
export const noticeSchema = z.object({
  id: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  title: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type Notice = z.infer<typeof noticeSchema>;
