import { describe, expect, test } from 'vitest';
import {
  allowsRemoteContent,
  isAppUrl,
  isExternalUrl,
  isMailUrl,
} from '../../../electron/desktop/origins.ts';

describe('what belongs to the page', () => {
  test.each([
    ['app://restante/', true],
    ['app://restante/agents/1?q=x#y', true],
    ['app://restante.example/', false],
    ['app://other/', false],
    ['app://user@restante:80/', false],
    ['mail://restante/', false],
    ['https://restante/', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, own) => {
    expect(isAppUrl(url)).toBe(own);
  });
});

test('a message may load remote content only when its own address says so', () => {
  expect(allowsRemoteContent('mail://view/0198/?remote=1')).toBe(true);
  expect(allowsRemoteContent('mail://view/0198/?remote=0')).toBe(false);
  expect(allowsRemoteContent('mail://view/0198/#?remote=1')).toBe(false);
  expect(allowsRemoteContent('app://restante/?remote=1')).toBe(false);
});

test.each([
  ['https://example.com/', true],
  ['http://127.0.0.1:3000/reset?token=1', true],
  ['mailto:someone@example.com', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://host/share', false],
  ['vscode://open', false],
  ['app://restante/', false],
  ['no address at all', false],
])('the system is handed web and mail addresses only: %s %s', (url, handed) => {
  expect(isExternalUrl(url)).toBe(handed);
});

test('mail is told apart by its scheme', () => {
  expect(isMailUrl('mail://view/0198/parts/0')).toBe(true);
  expect(isMailUrl('mailto:a@b.example')).toBe(false);
});
