import { getDocument, PasswordException, PasswordResponses, PDFWorker } from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

const a4: PageSize = { width: 595, height: 842 };

/** A PDF that is open, in a worker of its own. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Of the first page, in points: the others are taken to be as large until they are read. */
  readonly pageSize: PageSize;
  /** Ends its worker too, whatever that is busy with. */
  readonly close: () => void;
}

/** What opening needs from the person. */
export class PasswordWanted extends Error {
  override readonly name = 'PasswordWanted';
  readonly wasWrong: boolean;

  constructor(wasWrong: boolean) {
    super('The file is protected by a password.');
    this.wasWrong = wasWrong;
  }
}

/** What the worker loads when a file needs it: characters of CJK fonts, the standard fonts, decoders of images. */
const supplies = new URL('/pdfjs/', document.baseURI).href;

/**
 * Opens a PDF that a stranger has made: none of its scripts, forms or links is alive, and it loads nothing.
 * @throws PasswordWanted when it is encrypted and the password is missing or wrong.
 */
export async function openPdf(
  bytes: Uint8Array,
  { password, signal }: { readonly password: string; readonly signal: AbortSignal },
): Promise<OpenPdf> {
  signal.throwIfAborted();
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes.slice(),
    worker,
    ...(password === '' ? {} : { password }),
    cMapUrl: `${supplies}cmaps/`,
    standardFontDataUrl: `${supplies}standard_fonts/`,
    wasmUrl: `${supplies}wasm/`,
    // The page's policy allows neither WebAssembly nor what is not its own.
    useWasm: false,
    disableWorkerRendering: true,
  });
  const close = (): void => {
    void task.destroy().catch(() => {});
    worker.destroy();
    port.terminate();
  };
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    port.addEventListener('error', () => reject(new Error('The reader of PDF files could not be started.')));
  });
  try {
    const opened = await Promise.race([task.promise, stopped]);
    return { document: opened, pageSize: await Promise.race([sizeOfFirst(opened), stopped]), close };
  } catch (error) {
    close();
    throw error instanceof PasswordException
      ? new PasswordWanted(error.code === PasswordResponses.INCORRECT_PASSWORD)
      : error;
  }
}

async function sizeOfFirst(pdf: PDFDocumentProxy): Promise<PageSize> {
  try {
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { width, height };
  } catch {
    // What is wrong with it is said in its place.
    return a4;
  }
}
