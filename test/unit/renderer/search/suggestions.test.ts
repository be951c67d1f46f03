import { describe, expect, it } from 'vitest';
import {
  suggestionsAt,
  typedAddress,
  withSuggestion,
} from '../../../../renderer/src/features/search/suggestions.ts';

const known = {
  agents: ['My app', 'Newsletter'],
  tags: [{ name: 'a third one', count: 1200 }],
  addresses: [{ name: 'Jane', address: 'jane@example.com' }],
};
const labels = (text: string, caret = text.length, all = false) =>
  suggestionsAt(text, caret, known, all)?.suggestions.map(({ label }) => label) ?? null;

describe('suggestions', () => {
  it.each([
    ['ha', ['has:']],
    ['order ha', ['has:']],
    ['is:unr', ['unread']],
    ['is:unread', null],
    ['agent:news', ['Newsletter']],
    ['from:ja', ['jane@example.com']],
    ['"has', null],
    ['zzz', null],
    ['', null],
  ])('for %j are %j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('are those at the caret, not at the end', () => {
    expect(labels('is:unr order', 'is:unr'.length)).toEqual(['unread']);
  });

  it('are all operators where nothing is typed and somebody asks', () => {
    expect(labels('', 0, true)).toContain('from:');
  });

  it('take the place of what was typed; a value ends its term, an operator waits for its value', () => {
    const put = (text: string, caret = text.length) => {
      const offered = suggestionsAt(text, caret, known);
      const first = offered?.suggestions[0];
      return offered && first && withSuggestion(text, offered, first);
    };
    expect(put('ha')).toEqual({ text: 'has:', caret: 4 });
    expect(put('tag:third')).toEqual({ text: 'tag:"a third one" ', caret: 18 });
    expect(put('is:unr order', 6)).toEqual({ text: 'is:unread order', caret: 10 });
  });

  it('ask for addresses only where one is being typed', () => {
    expect(typedAddress('from:ja', 7)).toBe('ja');
    expect(typedAddress('subject:ja', 10)).toBeNull();
    expect(typedAddress('from:ja order', 13)).toBeNull();
  });
});
