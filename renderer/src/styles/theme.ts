import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Tabs,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#edf1fd',
  '#d8e0fa',
  '#b0c0f4',
  '#8aa3ee',
  '#678ae6',
  '#4c72e6',
  '#3f66dd',
  '#2f56c9',
  '#2749b0',
  '#1f3b91',
];

const compact = { defaultProps: { size: 'xs' } };
const brief = { duration: 100 };

/** Mantine's theme: dense, system fonts, one accent; every colour comes from tokens.css. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '15px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Button: Button.extend(compact),
    Checkbox: Checkbox.extend(compact),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: brief, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: brief,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    NumberInput: NumberInput.extend(compact),
    PasswordInput: PasswordInput.extend(compact),
    Popover: Popover.extend({ defaultProps: { transitionProps: brief } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', transitionDuration: 100 } }),
    Select: Select.extend(compact),
    Switch: Switch.extend(compact),
    Tabs: Tabs.extend({ defaultProps: { radius: 'sm' } }),
    TagsInput: TagsInput.extend(compact),
    Textarea: Textarea.extend(compact),
    TextInput: TextInput.extend(compact),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: brief, withArrow: false, fz: 12 },
    }),
  },
});

const ofTokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-secondary)',
  '--mantine-color-placeholder': 'var(--text-tertiary)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface-raised)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border-strong)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light-color': 'var(--accent-text)',
  '--mantine-color-gray-light-color': 'var(--text-secondary)',
  '--mantine-color-gray-light-hover': 'var(--surface-hover)',
  '--mantine-color-gray-outline': 'var(--text-secondary)',
  // Mantine's own red, gray and yellow do not reach the contrast of AA in these places.
  '--mantine-color-red-filled': '#c0281f',
  '--mantine-color-red-filled-hover': '#a82119',
  '--mantine-color-red-light-color': 'var(--danger)',
  '--mantine-color-red-text': 'var(--danger)',
  '--mantine-color-yellow-light': 'var(--warning-surface)',
  '--mantine-color-yellow-light-color': 'var(--warning)',
  '--mantine-shadow-md': 'var(--shadow)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ofTokens,
  dark: ofTokens,
});
