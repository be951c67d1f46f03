import {
  IconArrowsHorizontal,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
} from '@tabler/icons-react';
import { mailWidths } from './preview-choices.ts';

/** The widths that the preview has a button and a command for; null is the pane's. */
export const previewWidths = [
  { width: mailWidths.phone, icon: IconDeviceMobile, name: 'Phone', of: 'a phone' },
  { width: mailWidths.tablet, icon: IconDeviceTablet, name: 'Tablet', of: 'a tablet' },
  { width: mailWidths.desktop, icon: IconDeviceDesktop, name: 'Desktop', of: 'a desktop' },
  { width: null, icon: IconArrowsHorizontal, name: 'As wide as the pane', of: 'the pane' },
] as const;
