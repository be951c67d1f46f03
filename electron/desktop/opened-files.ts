import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { ipcMain } from 'electron';
import { takeOpenedFilesChannel } from '#shared/desktop-bridge.ts';
import type { OpenedFile } from '#shared/desktop-bridge.ts';
import { appOrigin } from './origins.ts';
import { isFromOwnPage } from './own-page.ts';

const place = '/opened-files/';

/**
 * Files that the person opened with the application, on their way to the page. It reads each at an address with a ticket,
 * once; their paths stay here, and nothing else can be read this way.
 */
export class OpenedFiles {
  #waiting: string[] = [];
  readonly #tickets = new Map<string, string>();
  readonly #tellPage: () => void;

  /** `tellPage` is called when there is something to take. */
  constructor(tellPage: () => void) {
    this.#tellPage = tellPage;
  }

  /** They wait until a page takes them. */
  add(paths: readonly string[]): void {
    this.#waiting.push(...paths);
    if (paths.length > 0) {
      this.#tellPage();
    }
  }

  handToPage(): void {
    ipcMain.handle(takeOpenedFilesChannel, async (event): Promise<readonly OpenedFile[]> => {
      if (!isFromOwnPage(event)) {
        return [];
      }
      const taken = this.#waiting;
      this.#waiting = [];
      return Promise.all(taken.map((path) => this.#handOut(path)));
    });
  }

  /** Answers for the address of a file; undefined for any other address. */
  answer(request: Request): Response | undefined {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(place)) {
      return undefined;
    }
    const ticket = pathname.slice(place.length);
    const path = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return path === undefined
      ? new Response('There is no such file.', { status: 404 })
      : new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
          headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' },
        });
  }

  async #handOut(path: string): Promise<OpenedFile> {
    const name = basename(path);
    const isFile = await stat(path).then(
      (facts) => facts.isFile(),
      () => false,
    );
    if (!isFile) {
      return { name, url: null };
    }
    const ticket = randomUUID();
    this.#tickets.set(ticket, path);
    return { name, url: `${appOrigin}${place}${ticket}` };
  }
}
