import { access, rename } from 'node:fs/promises';

/** Renames a file that cannot be used to `<file>.<why>-<time>`, so that nothing is lost. Answers with the new path. */
export async function setAside(file: string, why: 'corrupt' | 'newer', at: Date): Promise<string> {
  const time = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const wanted = `${file}.${why}-${time}`;
  let aside = wanted;
  for (let n = 2; await exists(aside); n += 1) {
    aside = `${wanted}-${n}`;
  }
  await rename(file, aside);
  return aside;
}

/** Whether there is a file or folder of this name. */
export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
