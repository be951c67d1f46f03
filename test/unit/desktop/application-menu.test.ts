import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { applicationMenu } from '../../../electron/desktop/application-menu.ts';
import { menuCommands } from '../../../shared/desktop-bridge.ts';

const nothing = (): void => undefined;
const actions = {
  tellPage: nothing,
  showDataFolder: nothing,
  openDemo: nothing,
  remakeDemo: nothing,
  showAbout: nothing,
};

function menuOf(
  platform: NodeJS.Platform,
  isPackaged: boolean,
  isDemo = false,
): MenuItemConstructorOptions[] {
  return applicationMenu({ platform, isPackaged, isDemo }, actions);
}

function entriesOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])]);
}

function rolesOf(menu: readonly MenuItemConstructorOptions[]): (string | undefined)[] {
  return entriesOf(menu).map((entry) => entry.role);
}

test('developer tools are offered from source and not in the packaged application', () => {
  expect(rolesOf(menuOf('linux', false))).toContain('toggleDevTools');
  expect(rolesOf(menuOf('linux', true))).not.toContain('toggleDevTools');
});

test('macOS has the application’s own menu, which quits; elsewhere File does', () => {
  expect(rolesOf(menuOf('darwin', true))).toContain('appMenu');
  expect(rolesOf(menuOf('darwin', true))).not.toContain('quit');
  expect(rolesOf(menuOf('win32', true))).toContain('quit');
});

test('no accelerator stands for two entries', () => {
  const accelerators = entriesOf(menuOf('linux', false)).flatMap((entry) => entry.accelerator ?? []);
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('every command of the page has one entry, greyed until the page says that it means something', () => {
  const entries = entriesOf(menuOf('linux', true)).filter(({ id }) => id !== undefined);
  expect(entries).toHaveLength(menuCommands.length);
  expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(menuCommands));
  expect(entries.every(({ enabled }) => enabled === false)).toBe(true);
});

test('the demo is opened from everywhere but itself, where it is made anew', () => {
  const labelsOf = (isDemo: boolean) => entriesOf(menuOf('linux', true, isDemo)).map(({ label }) => label);
  expect(labelsOf(false)).toContain('Open Demo Mailbox');
  expect(labelsOf(true)).not.toContain('Open Demo Mailbox');
  expect(labelsOf(true)).toContain('Make the Demo Anew…');
});
