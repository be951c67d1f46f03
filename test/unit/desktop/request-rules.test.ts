import { expect, test } from 'vitest';
import { mayRequest } from '../../../electron/desktop/request-rules.ts';

const page = 'app://restante/';
const mail = 'mail://view/0198/';
const mailWithRemote = 'mail://view/0198/?remote=1';
const tracker = 'https://tracker.example/open.gif';

test.each([
  ['the page loads itself', page, 'mainFrame', undefined, true],
  ['the page asks the control API', 'app://restante/api/agents', 'xhr', page, true],
  ['the page frames a message', mail, 'subFrame', page, true],
  ['the page loads nothing from the network', tracker, 'image', page, false],
  ['a message loads its own parts', 'mail://view/0198/parts/0', 'image', mail, true],
  ['a message loads nothing from the network', tracker, 'image', mail, false],
  ['remote images come once they are asked for', tracker, 'image', mailWithRemote, true],
  [
    'remote styles come once they are asked for',
    'http://cdn.example/a.css',
    'stylesheet',
    mailWithRemote,
    true,
  ],
  ['scripts never come', 'https://cdn.example/a.js', 'script', mailWithRemote, false],
  ['pages never come into a frame', 'https://example.com/', 'subFrame', mailWithRemote, false],
  ['requests by scripts never go', 'https://example.com/', 'xhr', mailWithRemote, false],
  ['files of this machine never come', 'file:///etc/passwd', 'image', mailWithRemote, false],
  ['nobody’s request never goes', tracker, 'image', undefined, false],
])('%s', (_, url, resourceType, frameUrl, allowed) => {
  expect(mayRequest({ url, resourceType, frameUrls: frameUrl === undefined ? [] : [frameUrl] })).toBe(
    allowed,
  );
});

test('remote images come before their frame is said to show the message', () => {
  const request = { url: tracker, resourceType: 'image' };
  expect(mayRequest({ ...request, frameUrls: ['', mailWithRemote] })).toBe(true);
  expect(mayRequest({ ...request, frameUrls: ['', mail] })).toBe(false);
});
