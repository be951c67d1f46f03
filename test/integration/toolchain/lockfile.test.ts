import { execFileSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

const lockedPackageSchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

const lockSchema = z.object({ packages: z.record(z.string(), lockedPackageSchema) });

async function readLock(): Promise<z.infer<typeof lockSchema>['packages']> {
  return lockSchema.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))).packages;
}

test('the lockfile fits package.json: npm ci takes it', async () => {
  const folder = await temporaryFolder();
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(join(root, file), join(folder, file));
  }
  const args = ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'];
  expect(() => execFileSync('npm', args, { cwd: folder, stdio: 'pipe' })).not.toThrow();
});

test('the lockfile knows the binaries of every platform, not only those of the machine that wrote it', async () => {
  const packages = await readLock();
  const missing = Object.entries(packages).flatMap(([path, locked]) =>
    Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

/** Node looks for a package beside its dependent and in every folder above. */
function isLocked(packages: Record<string, unknown>, dependent: string, name: string): boolean {
  const above = dependent.split('/node_modules/');
  return above.some((_, depth) => {
    const folder = above.slice(0, above.length - depth).join('/node_modules/');
    return `${folder}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
  });
}

test('every package is locked by its integrity, and by no particular registry’s address', async () => {
  const packages = Object.entries(await readLock()).filter(([path]) => path !== '');
  expect(packages.filter(([, locked]) => locked.integrity === undefined).map(([path]) => path)).toEqual([]);
  expect(packages.flatMap(([, locked]) => locked.resolved ?? [])).toEqual([]);
});

test('versions are pinned exactly', async () => {
  const wishes = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const loose = Object.entries({ ...wishes.dependencies, ...wishes.devDependencies }).filter(
    ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
