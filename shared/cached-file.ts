import { z } from 'zod';

/** A file of an agent's file cache. */
export const cachedFileSchema = z.object({
  /** By which sends name it (`file_cache_key`); never expires. */
  key: z.string(),
  name: z.string(),
  /** Told from the name. */
  mimeType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type CachedFile = z.infer<typeof cachedFileSchema>;
