/**
 * Where a worker's entry is: `<folder><name>.ts` seen from the caller when running from source, `<name>.js` beside it
 * in the bundle's one folder. The name is put together here because bundlers rewrite a literal `new URL('./x', import.meta.url)`.
 */
export function workerFile(callerUrl: string, folder: string, name: string): URL {
  return callerUrl.endsWith('.ts')
    ? new URL(`${folder}${name}.ts`, callerUrl)
    : new URL(`./${name}.js`, callerUrl);
}
