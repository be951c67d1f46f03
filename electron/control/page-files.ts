import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { errnoOf } from '../net/port-problem.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built page from its folder. Addresses that are no file are the page's own routes: whoever navigates to
 * one gets index.html. Files under assets/ carry a hash of their content in their name and never change.
 */
export function servePageFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainAnswer(405, 'The page can only be read.', { Allow: 'GET, HEAD' });
    }
    const { pathname } = new URL(request.url);
    const path = pathname === '/' ? 'index.html' : relativePath(pathname);
    const bytes = path === undefined ? undefined : await readIfThere(join(folder, path));
    if (path !== undefined && bytes !== undefined) {
      return fileAnswer(path, bytes);
    }
    if (!isNavigation(request)) {
      return plainAnswer(404, 'There is no such file.');
    }
    const index = await readIfThere(join(folder, 'index.html'));
    return index === undefined
      ? plainAnswer(503, 'The page has not been built. Run `npm run build` and reload.')
      : fileAnswer('index.html', index);
  };
}

/** A path inside the folder, or undefined for one that leads out of it or cannot be read. */
function relativePath(pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    // A lone percent sign: no file of ours has one.
    return undefined;
  }
  const path = normalize(decoded.slice(1));
  const leadsOut = path === '..' || path.startsWith(`..${sep}`) || /^[/\\]|^[A-Za-z]:|\0/.test(path);
  return leadsOut || /\\/.test(decoded) ? undefined : path;
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(errnoOf(error) ?? '')) {
      return undefined;
    }
    throw error;
  }
}

/** Who opens a page asks for HTML; scripts, styles and fetch do not. */
function isNavigation(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}

function fileAnswer(path: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': cachingOf(path),
    },
  });
}

function cachingOf(path: string): string {
  return path.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function plainAnswer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
