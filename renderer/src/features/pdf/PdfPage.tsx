import { useIntersection } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage, scaleFor } from './draw-page.ts';
import type { PageSize } from './open-pdf.ts';
import classes from './PdfView.module.css';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** Before it is read. */
  readonly usualSize: PageSize;
  /** From 1. */
  readonly number: number;
  /** CSS pixels from side to side. */
  readonly room: number;
  /** What the pages scroll in. */
  readonly scroller: HTMLElement;
}

/** A page, drawn while it is in or near the view; its place is kept when it is not. */
export function PdfPage({ document, usualSize, number, room, scroller }: PdfPageProps) {
  const { ref, entry } = useIntersection<HTMLElement>({ root: scroller, rootMargin: '600px' });
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number; scale: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isNear = entry?.isIntersecting ?? false;

  useEffect(() => {
    if (!isNear) {
      return undefined;
    }
    const stop = new AbortController();
    const show = async (): Promise<void> => {
      const page = await document.getPage(number);
      const scale = scaleFor(page.getViewport({ scale: 1 }).width, room);
      const { width, height } = page.getViewport({ scale });
      if (stop.signal.aborted || canvas.current === null || words.current === null) {
        return;
      }
      setSize({ width, height, scale });
      setProblem(null);
      await drawPage(page, scale, { canvas: canvas.current, words: words.current }, stop.signal);
    };
    show().catch((error: unknown) => {
      if (!stop.signal.aborted) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    });
    return () => stop.abort();
  }, [document, number, room, isNear]);
  useEffect(() => {
    if (!isNear) {
      return undefined;
    }
    return () => {
      // What was read to draw it: of some hundred scanned pages it would fill the memory.
      document.getPage(number).then(
        (page) => page.cleanup(),
        () => undefined,
      );
    };
  }, [document, number, isNear]);

  const usualScale = scaleFor(usualSize.width, room);
  const { width, height, scale } = size ?? {
    width: usualSize.width * usualScale,
    height: usualSize.height * usualScale,
    scale: usualScale,
  };
  return (
    <section
      ref={ref}
      className={classes['page']}
      aria-label={`Page ${number}`}
      style={{ width, height, '--total-scale-factor': scale }}
    >
      {isNear && <canvas ref={canvas} className={classes['picture']} aria-hidden />}
      {isNear && <div ref={words} className={classes['words']} />}
      {problem !== null && (
        <p role="alert" className={classes['problem']}>
          This page could not be drawn: {problem}
        </p>
      )}
    </section>
  );
}
