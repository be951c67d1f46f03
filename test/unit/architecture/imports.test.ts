import { globSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** From the ground up. A folder may import from the rows below its own, and never from its neighbours in the row. */
const floors: readonly (readonly string[])[] = [
  ['shared'],
  ['electron/files', 'electron/net'],
  ['electron/tls', 'electron/store', 'electron/ledger'],
  ['electron/road'],
  ['electron/smtp', 'electron/zeptomail'],
  // Webhooks speak of what the road holds in ZeptoMail's words, and know the agents by their keys only.
  ['electron/agents', 'electron/webhooks'],
  ['electron/gateway'],
  ['electron/post-office'],
  // Between data folders, files and agents: it works on an open post office.
  ['electron/exchange', 'electron/demo'],
  ['electron/control'],
  ['electron/desktop', 'electron/command-line'],
  ['electron'],
];

const sources = globSync('{electron,shared,renderer/src}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .map((file) => ({ file, ...importsOf(file) }));

/**
 * What a file imports: our own files by their path from the root, modules by their name; and `atOnce` without types and
 * what is imported when it is needed.
 */
function importsOf(file: string): { imports: string[]; atOnce: string[] } {
  const text = readFileSync(join(root, file), 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  const reexported = staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  const pathsOf = (names: readonly string[]) =>
    names.map((name) => {
      if (name.startsWith('#')) {
        return name.slice(1);
      }
      return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
    });
  return {
    imports: pathsOf([
      ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...reexported,
      ...dynamicImports.map(({ moduleRequest }) =>
        text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      ),
    ]),
    atOnce: pathsOf([
      ...staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...reexported,
    ]),
  };
}

/** What is loaded with a file before anything of it runs. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  for (const imported of sources.find((source) => source.file === file)?.atOnce ?? []) {
    if (!loaded.has(imported)) {
      loaded.add(imported);
      loadedWith(imported, loaded);
    }
  }
  return loaded;
}

/** `electron/smtp` for its files, `electron` for main.ts and its like, `shared`, `renderer`; undefined for modules. */
function folderOf(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/');
  if (first === 'electron' && path !== 'electron') {
    return second.includes('.') ? 'electron' : `electron/${second}`;
  }
  return ['shared', 'renderer'].includes(first) ? first : undefined;
}

function floorOf(folder: string): number {
  return floors.findIndex((floor) => floor.includes(folder));
}

/** Every import that the rule forbids, as `file → import`. */
function offences(
  inFolders: (folder: string) => boolean,
  forbids: (folder: string, imported: string) => boolean,
): string[] {
  return sources.flatMap(({ file, imports }) => {
    const folder = folderOf(file) ?? '';
    return inFolders(folder)
      ? imports.filter((imported) => forbids(folder, imported)).map((imported) => `${file} → ${imported}`)
      : [];
  });
}

describe('imports', () => {
  test('every folder has its floor in the house', () => {
    const folders = new Set(
      sources.map(({ file }) => folderOf(file) ?? '').filter((name) => name !== 'renderer'),
    );
    expect([...folders].filter((folder) => floorOf(folder) < 0)).toEqual([]);
  });

  test('run one way, from the upper floors to the lower ones', () => {
    expect(
      offences(
        (folder) => folder !== 'renderer',
        (folder, imported) => {
          const other = folderOf(imported);
          return (
            other !== undefined &&
            other !== folder &&
            (other === 'renderer' || floorOf(other) >= floorOf(folder))
          );
        },
      ),
    ).toEqual([]);
  });

  test('of the page lead to shared/ only, and to no module of Node or Electron', () => {
    expect(
      offences(
        (folder) => folder === 'renderer',
        (_, imported) =>
          isNode(imported) || isElectron(imported) || (folderOf(imported) ?? '').startsWith('electron'),
      ),
    ).toEqual([]);
  });

  test('of shared/ run anywhere: zod, and nothing of Node, Electron or the page', () => {
    expect(
      offences(
        (folder) => folder === 'shared',
        (_, imported) => folderOf(imported) !== 'shared' && imported !== 'zod',
      ),
    ).toEqual([]);
  });

  test('of Electron stay in main.ts, preload.ts and desktop/', () => {
    const mayKnowElectron = ['electron/main.ts', 'electron/preload.ts'];
    const others = sources.filter(
      ({ file }) => !mayKnowElectron.includes(file) && !file.startsWith('electron/desktop/'),
    );
    expect(others.filter(({ imports }) => imports.some(isElectron)).map(({ file }) => file)).toEqual([]);
  });

  test.each(['electron/main.ts', 'electron/headless.ts'])(
    'of %s leave for later what takes long to load, and is seldom needed',
    (entry) => {
      const loaded = loadedWith(entry);
      expect(loaded).toContain('electron/post-office/open-post-office.ts');
      expect(loaded).not.toContain('electron/demo/mails.ts');
      expect(loaded).not.toContain('mailparser');
      expect(loaded).not.toContain('@peculiar/x509');
    },
  );
});

function isNode(imported: string): boolean {
  return imported.startsWith('node:');
}

function isElectron(imported: string): boolean {
  return imported === 'electron';
}
