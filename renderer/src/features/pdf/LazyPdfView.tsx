import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { ViewBar } from '../message/ViewBar.tsx';
import type { PdfViewProps } from './PdfView.tsx';

const PdfView = lazy(async () => {
  const module = await import('./PdfView.tsx');
  return { default: module.PdfView };
});

/** The view of a PDF; its code comes with the first one that is looked at. */
export function LazyPdfView(props: PdfViewProps) {
  return (
    <Suspense fallback={<ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>}>
      <PdfView key={props.url} {...props} />
    </Suspense>
  );
}
