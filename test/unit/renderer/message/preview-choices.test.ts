import { describe, expect, it } from 'vitest';
import { renderingAddress, renderingOf } from '#shared/mail-rendering.ts';
import {
  firstPreviewChoices,
  frameOf,
  readPreviewChoices,
  withinWidths,
} from '../../../../renderer/src/features/message/preview-choices.ts';

describe('the preview’s address', () => {
  const plain = { remote: false, images: true, colours: 'light' } as const;

  it('asks for nothing that was not chosen, also on the desktop', () => {
    expect(renderingAddress('mail://view/0199/', plain)).toBe('mail://view/0199/');
    expect(renderingAddress('mail://view/0199/', { ...plain, remote: true })).toBe(
      'mail://view/0199/?remote=1',
    );
    expect(renderingAddress('http://127.0.0.1:9/s/m/1?a=b', { ...plain, remote: true })).toBe(
      'http://127.0.0.1:9/s/m/1?a=b&remote=1',
    );
  });

  it('says every choice in words that the mail view reads', () => {
    for (const colours of ['light', 'dark', 'outlook', 'gmail'] as const) {
      const rendering = { remote: true, images: false, colours };
      expect(renderingOf(new URL(renderingAddress('mail://view/0199/', rendering)).searchParams)).toEqual(
        rendering,
      );
    }
    expect(renderingOf(new URLSearchParams('colours=pink&remote=yes&images=no'))).toEqual(plain);
  });
});

describe('the size of a mail', () => {
  it.each([
    [{ width: null, zoom: null }, 800, { width: 800, scale: 1 }],
    [{ width: null, zoom: 200 }, 800, { width: 400, scale: 2 }],
    [{ width: 375, zoom: null }, 800, { width: 375, scale: 1 }],
    [{ width: 1280, zoom: null }, 640, { width: 1280, scale: 0.5 }],
    [{ width: 1280, zoom: 150 }, 640, { width: 1280, scale: 1.5 }],
  ])('%o on a stage of %d pixels', (size, stage, expected) => {
    expect(frameOf(size, stage)).toEqual(expected);
  });

  it('stays within sense', () => {
    expect([withinWidths(1), withinWidths(375.4), withinWidths(1e9)]).toEqual([240, 375, 2400]);
  });
});

describe('what was remembered', () => {
  it('is read back, and anything else is forgotten', () => {
    const chosen = { width: 375, zoom: 150, images: false, colours: 'gmail' } as const;
    expect(readPreviewChoices(JSON.stringify(chosen))).toEqual(chosen);
    for (const stored of [undefined, '', '{', '"full"', JSON.stringify({ ...chosen, width: 1 })]) {
      expect(readPreviewChoices(stored)).toEqual(firstPreviewChoices);
    }
  });
});
