import { z } from 'zod';
import { longestTag, mostTags, tagNameOf } from './tag-name.ts';

export const tagNameSchema = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => tagNameOf(text) !== null, {
    error: `A tag has 1 to ${longestTag} characters, and no commas or quotation marks.`,
  });
export const tagNamesSchema = z.array(tagNameSchema).max(mostTags);

/** A tag and how many messages have it. */
export const tagCountSchema = z.object({ name: z.string(), count: z.number().int() });
export type TagCount = z.infer<typeof tagCountSchema>;

export const noteSchema = z.string().trim().max(2000);

/** What tags an agent's messages by itself, as they are indexed. */
export const taggingSchema = z.strictObject({
  /** The header `X-Tags: one, two`. */
  fromHeader: z.boolean(),
  /** Recipients like `jane+one@example.com`. */
  fromAddress: z.boolean(),
  /** What a search finds gets the tag. */
  rules: z.array(z.strictObject({ q: z.string().trim().min(1).max(1000), tag: tagNameSchema })).max(50),
});
export type Tagging = z.infer<typeof taggingSchema>;
