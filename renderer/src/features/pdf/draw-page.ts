import { TextLayer } from 'pdfjs-dist';
import type { PDFPageProxy } from 'pdfjs-dist';

/** Browsers refuse canvases that are much larger, or blank them. Pixels. */
const mostPixels = 16_000_000;

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  /** Gets the page's words over its picture, to be chosen, searched and read aloud. */
  readonly words: HTMLElement;
}

/** How many CSS pixels a point becomes, so that a page (points wide) is as wide as there is room and none is blown up. */
export function scaleFor(width: number, room: number): number {
  return Math.min(room / width, 2);
}

/** Draws a page and lays its words over it; resolves when both are there. Stops when the signal says so. */
export async function drawPage(
  page: PDFPageProxy,
  scale: number,
  { canvas, words }: Sheet,
  signal: AbortSignal,
): Promise<void> {
  const viewport = page.getViewport({ scale });
  const area = viewport.width * viewport.height;
  const density = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / area));
  canvas.width = Math.max(1, Math.floor(viewport.width * density));
  canvas.height = Math.max(1, Math.floor(viewport.height * density));
  const picture = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  words.replaceChildren();
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  signal.addEventListener(
    'abort',
    () => {
      picture.cancel();
      layer.cancel();
    },
    { once: true },
  );
  await Promise.all([picture.promise, layer.render()]);
}
