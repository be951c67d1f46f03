import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { messageDetailSchema } from '../../../shared/message.ts';
import { messageStructureSchema } from '../../../shared/structure.ts';
import { testRoad } from '../../support/road.ts';

const folder = process.env['RESTANTE_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus');

function corpusFiles(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SOURCES.md')
    .map((entry) => join(entry.parentPath, entry.name));
}

test.skipIf(!existsSync(folder))(
  `every message of the corpus is held, listed, opened and given back byte for byte${existsSync(folder) ? '' : ' (no corpus here; RESTANTE_CORPUS names its folder)'}`,
  async () => {
    const { road, held } = await testRoad();
    const files = corpusFiles();
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const raw = readFileSync(file);
      const id = await held(raw);
      expect(Buffer.from((await road.archive.raw(id)) ?? []).equals(raw), file).toBe(true);
      const detail = await road.archive.detail(id);
      expect(messageDetailSchema.parse({ ...detail, previewUrl: null }), file).toMatchObject({
        size: raw.length,
      });
      const structure = await road.archive.structure(id);
      messageStructureSchema.parse({ ...structure, partViewUrl: '' });
      for (const { path, size } of structure?.parts ?? []) {
        const content = await road.archive.partContent({ id, path }, 'decoded');
        expect(content?.bytes.length, `${file} ${path}`).toBe(size);
      }
    }
    expect((await road.archive.list({}, { limit: 1 })).total).toBe(files.length);
  },
);
