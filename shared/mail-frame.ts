import type { MailRendering } from './mail-rendering.ts';

/**
 * The address of the frame that a message's HTML is written into, from a preview address: it stays from message to
 * message, and its policy says whether images are shown.
 */
export function frameAddress(previewUrl: string, { images }: Pick<MailRendering, 'images'>): string {
  return `${placeOf(previewUrl)}frame${images ? '' : '?images=0'}`;
}

/** The preview address of another message. */
export function previewBeside(previewUrl: string, messageId: string): string {
  return `${placeOf(previewUrl)}${messageId}/`;
}

function placeOf(previewUrl: string): string {
  return previewUrl.replace(/[^/]*\/$/, '');
}

/** What the page asks of the frame. */
export interface FrameOrder {
  /** The address of the document to show. */
  readonly show: string;
  /** Of those that may be shown next. */
  readonly ready: readonly string[];
}

/** What became of the last order. */
export interface FrameAnswer {
  readonly address: string;
  /** False when the document did not come. */
  readonly isShown: boolean;
}
