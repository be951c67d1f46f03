import type { Migration } from '../files/migrate.ts';

/** Of settings.json, in order: the first leads from version 1 to 2. Never change one that was released. */
export const migrations: readonly Migration[] = [];
