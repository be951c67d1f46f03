interface Shortcut {
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys: readonly string[];
  readonly what: string;
  readonly where: ShortcutSection;
}

/** The places in which keys mean something, in the order of the list. */
export const shortcutSections = [
  'Anywhere',
  'Messages',
  'List of messages',
  'Open message',
  'Panes and lists',
] as const;
type ShortcutSection = (typeof shortcutSections)[number];

const anywhere = (what: string, ...keys: string[]): Shortcut => ({ keys, what, where: 'Anywhere' });
const messages = (what: string, ...keys: string[]): Shortcut => ({ keys, what, where: 'Messages' });
const list = (what: string, ...keys: string[]): Shortcut => ({ keys, what, where: 'List of messages' });
const message = (what: string, ...keys: string[]): Shortcut => ({ keys, what, where: 'Open message' });
const panes = (what: string, ...keys: string[]): Shortcut => ({ keys, what, where: 'Panes and lists' });

/** Every shortcut of the page: what `?` lists, what menus and the palette show beside a command, and what is pressed. */
export const shortcuts = {
  palette: anywhere('Command palette', 'mod+k'),
  help: anywhere('Keyboard shortcuts', '?'),
  undo: anywhere('Take back the last deletion', 'z', 'mod+z'),
  search: messages('Search', '/'),
  next: messages('Next message', 'j'),
  previous: messages('Previous message', 'k'),
  read: messages('Mark read', 'r'),
  unread: messages('Mark unread', 'u'),
  copyCode: messages('Copy the code of the open message', 'c'),
  star: messages('Star, or take the star', 's'),
  tag: messages('Tag', 't'),
  follow: messages('Follow: always show the newest', 'f'),
  step: list('Next and previous', 'ArrowDown', 'ArrowUp'),
  extend: list('Select from here', 'Shift+ArrowDown', 'Shift+ArrowUp'),
  leap: list('Ten messages on', 'PageDown', 'PageUp'),
  ends: list('Newest and oldest', 'Home', 'End'),
  toggle: list('Add to or take from the selection', 'Space'),
  selectAll: list('Select all', 'mod+a'),
  enter: list('Into the message', 'Enter'),
  collapse: list('Clear the selection', 'Escape'),
  remove: list('Delete', 'Delete', 'Backspace'),
  tab: message('Preview, text, source and the other views', '1 – 9'),
  stepTabs: message('From view to view, when a tab has the focus', 'ArrowRight', 'ArrowLeft'),
  print: message('Print', 'mod+p'),
  resize: panes('Width of a pane, when its edge has the focus', 'ArrowRight', 'ArrowLeft'),
  moveAgent: panes('Move the agent that has the focus', 'Alt+ArrowDown', 'Alt+ArrowUp'),
  agentMenu: panes('Actions for the agent that has the focus', 'Shift+F10'),
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof shortcuts;

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is one of a shortcut's that works wherever the focus is; Shift counts as part of the character. */
export function isPressed(name: ShortcutName, { key, ctrlKey, metaKey, altKey }: Key): boolean {
  const pressed = `${ctrlKey || metaKey ? 'mod+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;
  const { keys, where } = shortcuts[name];
  const isGlobal = where === 'Anywhere' || where === 'Messages';
  return isGlobal && !altKey && keys.some((candidate) => candidate === pressed);
}
