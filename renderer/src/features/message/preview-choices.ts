import { z } from 'zod';
import { mailColoursSchema } from '#shared/mail-rendering.ts';
import type { MailColours } from '#shared/mail-rendering.ts';

/** Widths of a mail in CSS pixels. */
export const mailWidths = { smallest: 240, greatest: 2400, phone: 375, tablet: 768, desktop: 1280 } as const;

/** Steps of zooming in percent. */
export const zoomSteps = [50, 75, 100, 125, 150, 200] as const;

/** How the person wants mail to be shown; remembered from one message to the next. */
export const previewChoicesSchema = z.object({
  /** Null fills the pane. */
  width: z.number().int().min(mailWidths.smallest).max(mailWidths.greatest).nullable(),
  /** In percent; null shows a mail that is wider than the pane as large as fits. */
  zoom: z.number().min(50).max(200).nullable(),
  images: z.boolean(),
  colours: mailColoursSchema,
});
export type PreviewChoices = z.infer<typeof previewChoicesSchema>;

export const firstPreviewChoices: PreviewChoices = {
  width: null,
  zoom: null,
  images: true,
  colours: 'light',
};

/** What was remembered, or the first choices when it cannot be read. */
export function readPreviewChoices(stored: string | undefined): PreviewChoices {
  try {
    return previewChoicesSchema.parse(JSON.parse(stored ?? ''));
  } catch {
    // Written by an earlier version, or by hand: it only remembers how mail was looked at.
    return firstPreviewChoices;
  }
}

export function withinWidths(width: number): number {
  return Math.round(Math.min(Math.max(width, mailWidths.smallest), mailWidths.greatest));
}

/** Where a mail is drawn in a stage: the mail's own width in CSS pixels, and by how much it is scaled. */
export function frameOf(
  { width, zoom }: Pick<PreviewChoices, 'width' | 'zoom'>,
  stageWidth: number,
): { readonly width: number; readonly scale: number } {
  if (width === null) {
    const scale = (zoom ?? 100) / 100;
    return { width: Math.max(1, Math.round(stageWidth / scale)), scale };
  }
  return { width, scale: zoom === null ? Math.min(1, stageWidth / width) : zoom / 100 };
}

/** What the colours of a mail can be, with what each of them does. */
export const colourChoices: readonly {
  readonly value: MailColours;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    value: 'light',
    label: 'Light',
    description: 'As in a light mail client, whatever the theme of this page.',
  },
  {
    value: 'dark',
    label: 'Dark, its own styles',
    description: 'The mail’s prefers-color-scheme: dark applies, as in Apple Mail. Nothing is forced on it.',
  },
  {
    value: 'outlook',
    label: 'Simulates Outlook.com',
    description:
      'Partial inversion: light backgrounds darkened, dark text lightened, images left. Rules on [data-ogsc] and [data-ogsb] apply. The shades are approximated.',
  },
  {
    value: 'gmail',
    label: 'Simulates Gmail on iOS',
    description:
      'Full inversion: the lightness of every colour turned over, its hue kept, images left. No dark styles of the mail apply. The shades are approximated.',
  },
];
