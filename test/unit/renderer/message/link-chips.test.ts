import { expect, test } from 'vitest';
import type { LinkPurpose } from '#shared/message.ts';
import { linkChips } from '../../../../renderer/src/features/message/link-chips.ts';

function links(...given: readonly (readonly [LinkPurpose, string])[]) {
  return given.map(([purpose, url], position) => ({ purpose, url, text: url, position }));
}

test('one chip for each purpose, in the order of what one does with them', () => {
  const chips = linkChips(
    links(
      ['other', 'https://a.example/'],
      ['unsubscribe', 'https://a.example/u'],
      ['verify', 'https://a.example/v'],
      ['verify', 'https://a.example/w'],
    ),
  );
  expect(chips.map(({ purpose, link }) => [purpose, link.url])).toEqual([
    ['verify', 'https://a.example/v'],
    ['unsubscribe', 'https://a.example/u'],
  ]);
});

test('a web address goes before a mail address', () => {
  const [chip] = linkChips(
    links(['unsubscribe', 'mailto:leave@a.example'], ['unsubscribe', 'https://a.example/u']),
  );
  expect(chip?.link.url).toBe('https://a.example/u');
});
