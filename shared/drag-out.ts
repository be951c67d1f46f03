import { z } from 'zod';
import { partFormSchema, partPathSchema } from './structure.ts';

/** So many messages are dragged at a time; an export takes more. */
export const mostDraggedMessages = 200;

/** What is dragged out of the window as files: whole messages, or a part of one. */
export const dragOutSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('messages'),
    ids: z.array(z.uuid()).min(1).max(mostDraggedMessages),
  }),
  z.strictObject({ of: z.literal('attachment'), messageId: z.uuid(), n: z.number().int().min(0) }),
  z.strictObject({
    of: z.literal('part'),
    messageId: z.uuid(),
    path: partPathSchema,
    as: partFormSchema,
  }),
]);
export type DragOut = z.infer<typeof dragOutSchema>;

/** Files that wait to be dragged; the drag begins by their ticket. */
export type PreparedDrag =
  | { readonly outcome: 'ready'; readonly ticket: string }
  | { readonly outcome: 'failed'; readonly problem: string };
