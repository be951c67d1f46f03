import { DatabaseSync } from 'node:sqlite';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { foundBy } from '../../../electron/store/found.ts';
import { migrations } from '../../../electron/store/migrations.ts';
import { agentToken, searchable } from '../../../electron/store/search-text.ts';
import { readSearch, searchOf } from '../../../shared/search/read-search.ts';

function index(...texts: readonly string[]): (typed: string, agentNumber?: number) => number[] {
  const database = new DatabaseSync(':memory:');
  migrations.forEach((migration) => migration(database));
  const insert = database.prepare('INSERT INTO search (rowid, agent, text) VALUES (?, ?, ?)');
  texts.forEach((text, position) => insert.run(position + 1, agentToken(position + 1), searchable(text)));
  return (typed, agentNumber) => {
    const words = searchOf(readSearch(typed, { now: new Date(0), agents: [] })).filter(
      ({ condition }) => condition.kind === 'words',
    );
    const found = foundBy(words, agentNumber);
    return found === null || found.countFrom !== 'search'
      ? []
      : database
          .prepare(`SELECT rowid FROM search WHERE ${found.where}`)
          .all(...found.values)
          .map((row) => Number(row['rowid']));
  };
}
test.each([
  ['a word', 'shipped'],
  ['a word in another case', 'SHIPPED'],
  ['a word without its accents', 'cafe'],
  ['a word with accents that the mail lacks', 'shìpped'],
  ['the beginning of the last word', 'order ship'],
  ['several words in any order', 'shipped order'],
  ['a phrase', '"has shipped"'],
  ['a phrase that is never closed', '"has shipped'],
  ['a phrase in typographic quotes', '“has shipped”'],
  ['an address', 'jane@example.com'],
  ['the beginning of an address', 'jane@exam'],
  ['an id with a hyphen', 'order-4711'],
  ['full-width digits', '４７１１'],
  ['an operator as a plain word', 'shipped AND order'],
])('finds by %s', (_, typed) => {
  const find = index(
    'Your order-4711 has shipped AND left the Café, says jane@example.com',
    'Something else',
  );
  expect(find(typed)).toEqual([1]);
});

test.each([
  ['words that do not all occur', 'shipped penguin'],
  ['a phrase in another order', '"shipped has"'],
  ['the end of a word', 'hipped'],
  ['the beginning of a word that is not the last', 'ship order'],
  ['signs alone', '*** -- "" ()'],
])('finds nothing by %s', (_, typed) => {
  expect(index('Your order-4711 has shipped')(typed)).toEqual([]);
});

test.each(['東京', '京都の', '天気は', 'コーヒー', '서울', '晴れ 東京'])(
  'finds the unspaced text %s by substring',
  (typed) => {
    expect(index('東京都の天気は晴れ。コーヒーを飲む 오늘서울에서', 'else')(typed)).toEqual([1]);
  },
);

test('does not take the characters of an unspaced word one by one', () => {
  expect(index('京の東')('東京')).toEqual([]);
});

test('finds in one agent only what that agent holds', () => {
  const find = index('hello one', 'hello two');
  expect(find('hello', 2)).toEqual([2]);
  expect(find('hello')).toEqual([1, 2]);
});

test('cannot be made to find an agent’s token by typing it', () => {
  expect(index('hello')(agentToken(1))).toEqual([]);
});

test('never makes the index throw, whatever a person types', () => {
  const find = index('hello');
  assert(
    property(string({ unit: 'binary', maxLength: 60 }), (typed) => {
      expect(Array.isArray(find(typed, 1))).toBe(true);
    }),
  );
});
