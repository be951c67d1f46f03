import { IconContrast2, IconPhoto, IconZoom } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { colourChoices, zoomSteps } from './preview-choices.ts';
import type { PreviewChoices } from './preview-choices.ts';
import { previewWidths } from './preview-widths.ts';

const zooms = [null, ...zoomSteps] as const;

/** What the bar above the preview chooses, for the palette. */
export function previewCommands(
  { images }: PreviewChoices,
  change: (changes: Partial<PreviewChoices>) => void,
): Command[] {
  const section = 'Message' as const;
  return [
    ...previewWidths.map(({ width, icon: Icon, of }) => ({
      id: `preview as wide as ${of}`,
      section,
      title: `Preview as wide as ${of}`,
      words: `width mobile responsive ${width ?? ''}`,
      icon: <Icon size={16} stroke={1.7} />,
      run: () => change({ width }),
    })),
    ...colourChoices.map(({ value, label }) => ({
      id: `preview ${value}`,
      section,
      title: `Preview colours: ${label}`,
      words: 'theme dark mode scheme inversion',
      icon: <IconContrast2 size={16} stroke={1.7} />,
      run: () => change({ colours: value }),
    })),
    {
      id: 'preview images',
      section,
      title: images ? 'Hide all images' : 'Show images',
      words: 'preview pictures',
      icon: <IconPhoto size={16} stroke={1.7} />,
      run: () => change({ images: !images }),
    },
    ...zooms.map((zoom) => ({
      id: `preview zoom ${zoom}`,
      section,
      title: zoom === null ? 'Zoom the preview to fit' : `Zoom the preview to ${zoom} %`,
      words: 'larger smaller size scale',
      icon: <IconZoom size={16} stroke={1.7} />,
      run: () => change({ zoom }),
    })),
  ];
}
