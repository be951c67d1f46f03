import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  argumentsToRemakeDemo,
  filesOfSecondStart,
  readLaunchOptions,
} from '../../../electron/desktop/launch-options.ts';

const folder = resolve('/home/jane');

test('flags win over the environment', () => {
  const environment = { RESTANTE_DATA: '/from/environment', RESTANTE_AGENT_PORTS: 'default' };
  const args = ['.', '--data', '/from/flag', '--agent-ports=any'];
  expect(readLaunchOptions(args, environment, folder)).toEqual({
    dataFolder: resolve('/from/flag'),
    desktopFolder: resolve('/from/flag/desktop'),
    agentPorts: 'any',
    demo: false,
    reset: false,
    files: [],
  });
});

test('the environment is heard without flags', () => {
  const environment = { RESTANTE_DATA: '/there', RESTANTE_AGENT_PORTS: 'any' };
  expect(readLaunchOptions(['.'], environment, folder)).toMatchObject({
    dataFolder: resolve('/there'),
    agentPorts: 'any',
  });
});

test('Chromium’s own switches are passed over', () => {
  const args = ['--no-sandbox', '--remote-debugging-port=0', '.', '--inspect=0', '--data', '/there'];
  expect(readLaunchOptions(args, {}, folder).dataFolder).toBe(resolve('/there'));
});

test('an empty value counts as none: the folder is the system’s own place for it', () => {
  const { dataFolder, agentPorts } = readLaunchOptions(['--data='], { RESTANTE_DATA: '' }, folder);
  expect(dataFolder).toMatch(/restante$/i);
  expect(agentPorts).toBe('default');
});

test('the demo has a folder of its own, and what the desktop keeps lies beside it', () => {
  const { dataFolder, desktopFolder, demo, reset } = readLaunchOptions(
    ['.', '--demo', '--reset'],
    {},
    folder,
  );
  expect(dataFolder).toMatch(/restante-demo$/i);
  expect([desktopFolder, demo, reset]).toEqual([`${dataFolder}-desktop`, true, true]);
  expect(readLaunchOptions(['.', '--demo', '--data', 'here'], {}, folder).dataFolder).toBe(
    join(folder, 'here'),
  );
  expect(readLaunchOptions(['.', '--reset'], {}, folder).reset, 'nobody’s own mail is ever reset').toBe(
    false,
  );
});

test('the demo is made anew in its folder, also where nothing but the folder told that it is the demo', () => {
  const again = argumentsToRemakeDemo(['.', '--data', '/the/demo', '--reset', 'old.eml']);
  expect(readLaunchOptions(again, {}, folder)).toMatchObject({
    dataFolder: resolve('/the/demo'),
    demo: true,
    reset: true,
    files: [],
  });
  expect(argumentsToRemakeDemo(again)).toEqual(again);
});

test('mail and workspace files among the arguments are opened, and nothing else', () => {
  const args = ['.', 'a.eml', '--demo', '/b/OLD.MBOX', '--inspect=0', 'loader.js', 'c.restante', 'notes.txt'];
  const files = [join(folder, 'a.eml'), resolve('/b/OLD.MBOX'), join(folder, 'c.restante')];
  expect(readLaunchOptions(args, {}, folder).files).toEqual(files);
});

test('a second start hands over whole paths of such files only', () => {
  const whole = resolve('/b/a.eml');
  expect(filesOfSecondStart({ files: [whole, 'a.eml', resolve('/etc/passwd')] })).toEqual([whole]);
  expect([undefined, {}, { files: 'a.eml' }].map(filesOfSecondStart)).toEqual([[], [], []]);
});
