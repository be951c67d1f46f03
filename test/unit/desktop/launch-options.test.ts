import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readLaunchOptions } from '../../../electron/desktop/launch-options.ts';

test('flags win over the environment', () => {
  const environment = { RESTANTE_DATA: '/from/environment', RESTANTE_AGENT_PORTS: 'default' };
  expect(readLaunchOptions(['.', '--data', '/from/flag', '--agent-ports=any'], environment)).toEqual({
    dataFolder: resolve('/from/flag'),
    agentPorts: 'any',
  });
});

test('the environment is heard without flags', () => {
  expect(readLaunchOptions(['.'], { RESTANTE_DATA: '/there', RESTANTE_AGENT_PORTS: 'any' })).toEqual({
    dataFolder: resolve('/there'),
    agentPorts: 'any',
  });
});

test('Chromium’s own switches are passed over', () => {
  const args = ['--no-sandbox', '--remote-debugging-port=0', '.', '--inspect=0', '--data', '/there'];
  expect(readLaunchOptions(args, {}).dataFolder).toBe(resolve('/there'));
});

test('an empty value counts as none: the folder is the system’s own place for it', () => {
  const { dataFolder, agentPorts } = readLaunchOptions(['--data='], { RESTANTE_DATA: '' });
  expect(dataFolder).toMatch(/restante$/i);
  expect(agentPorts).toBe('default');
});
