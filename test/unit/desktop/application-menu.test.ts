import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { applicationMenu } from '../../../electron/desktop/application-menu.ts';

const actions = { tellPage: () => {}, showDataFolder: () => {}, showAbout: () => {} };

function entriesOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])]);
}

function rolesOf(menu: readonly MenuItemConstructorOptions[]): (string | undefined)[] {
  return entriesOf(menu).map((entry) => entry.role);
}

test('developer tools are offered from source and not in the packaged application', () => {
  expect(rolesOf(applicationMenu('linux', false, actions))).toContain('toggleDevTools');
  expect(rolesOf(applicationMenu('linux', true, actions))).not.toContain('toggleDevTools');
});

test('macOS has the application’s own menu, which quits; elsewhere File does', () => {
  expect(rolesOf(applicationMenu('darwin', true, actions))).toContain('appMenu');
  expect(rolesOf(applicationMenu('darwin', true, actions))).not.toContain('quit');
  expect(rolesOf(applicationMenu('win32', true, actions))).toContain('quit');
});

test('no accelerator stands for two entries', () => {
  const accelerators = entriesOf(applicationMenu('linux', false, actions)).flatMap(
    (entry) => entry.accelerator ?? [],
  );
  expect(new Set(accelerators).size).toBe(accelerators.length);
});
