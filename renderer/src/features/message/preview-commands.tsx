import {
  IconArrowsHorizontal,
  IconContrast2,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconPhoto,
  IconZoom,
} from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { colourChoices, mailWidths, zoomSteps } from './preview-choices.ts';
import type { PreviewChoices } from './preview-choices.ts';

const widths = [
  { name: 'phone', width: mailWidths.phone, icon: IconDeviceMobile },
  { name: 'tablet', width: mailWidths.tablet, icon: IconDeviceTablet },
  { name: 'desktop', width: mailWidths.desktop, icon: IconDeviceDesktop },
  { name: 'pane', width: null, icon: IconArrowsHorizontal },
] as const;

const zooms = [null, ...zoomSteps] as const;

/** What the bar above the preview chooses, for the palette. */
export function previewCommands(
  { images }: PreviewChoices,
  change: (changes: Partial<PreviewChoices>) => void,
): Command[] {
  const section = 'Message' as const;
  return [
    ...widths.map(({ name, width, icon: Icon }) => ({
      id: `preview ${name}`,
      section,
      title: `Preview as wide as a ${name}`,
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
