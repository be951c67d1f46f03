import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MergeProblem } from '../../../../electron/zeptomail/merge/merge-problem.ts';
import { renderMerge, variablesOf } from '../../../../electron/zeptomail/merge/render.ts';

const filled = (source: string, info: unknown, mode: 'html' | 'text' = 'text'): string =>
  renderMerge(source, info, mode).text;

function problemOf(work: () => unknown): MergeProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof MergeProblem) {
      return error;
    }
    throw error;
  }
  throw new Error('there was no problem');
}

describe('filling', () => {
  test.each([
    ['Hello {{ name }}', { name: 'Ann' }, 'Hello Ann'],
    ['{{product.bag.price}}', { product: { bag: { price: 12.5 } } }, '12.5'],
    [
      '{{#user.order}}[{{this.order_item}}]{{/user.order}}',
      { user: { order: [{ order_item: 'a' }, { order_item: 'b' }] } },
      '[a][b]',
    ],
    ['{{#names}}{{.}},{{this}};{{/names}}', { names: ['a', 'b'] }, 'a,a;b,b;'],
    ['{{#paid}}yes{{/paid}}{{^paid}}no{{/paid}}', { paid: true }, 'yes'],
    ['{{#paid}}yes{{/paid}}{{^paid}}no{{/paid}}', { paid: [] }, 'no'],
    [
      '{{#items}}{{currency}}{{price}} {{/items}}',
      { currency: '€', items: [{ price: 1 }, { price: 2 }] },
      '€1 €2 ',
    ],
    ['{{items.1.name}}', { items: [{ name: 'a' }, { name: 'b' }] }, 'b'],
    ['a{{! a note }}b{{> partial }}c', {}, 'abc'],
    ['{{zero}}{{no}}{{nothing}}', { zero: 0, no: false, nothing: null }, '0false'],
    ['{{#list}}\n- {{this}}\n{{/list}}\nend', { list: ['a', 'b'] }, '- a\n- b\nend'],
    ['no variables', {}, 'no variables'],
    ['', {}, ''],
  ])('%s', (source, info, expected) => {
    expect(filled(source, info)).toBe(expected);
  });

  test('what stands in HTML is escaped, except between three braces, and in a text nothing is', () => {
    const info = { x: `<b a="1">&'` };
    expect(filled('{{x}}', info, 'html')).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&#39;');
    expect(filled('{{{x}}}{{&x}}', info, 'html')).toBe(info.x + info.x);
    expect(filled('{{x}}', info)).toBe(info.x);
  });

  test('a value is never read as a template again', () => {
    expect(filled('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}');
  });
});

describe('what is missing', () => {
  test('is named once, in order, by its whole path', () => {
    const source = '{{b}}{{a.x}}{{b}}{{#rows}}{{this.cell}}{{/rows}}{{#gone}}{{inner}}{{/gone}}';
    expect(renderMerge(source, { a: {}, rows: [{}, {}] }, 'text')).toEqual({
      text: '',
      missing: ['b', 'a.x', 'rows.cell', 'gone'],
    });
  });

  test('does not count where it is asked whether it is there, and null is there', () => {
    expect(renderMerge('{{^gone}}none{{/gone}}{{nothing}}', { nothing: null }, 'text')).toEqual({
      text: 'none',
      missing: [],
    });
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'a.length',
    'list.length',
    'a.constructor.name',
    'list.map',
  ])('is what JavaScript adds: %s', (name) => {
    const info: unknown = JSON.parse('{"a":"text","list":[1],"__proto__":{"x":1}}');
    expect(renderMerge(`{{${name}}}`, info, 'text')).toEqual({ text: '', missing: [name] });
  });

  test.each([undefined, null, 'text', 7, []])('is everything when the info is %j', (info) => {
    expect(renderMerge('{{a}}', info, 'text').missing).toEqual(['a']);
  });
});

describe('problems', () => {
  test.each([
    ['Hi\n  {{name', 5, /“{{” without “}}”\. \(line 2, column 3\)/],
    ['{{{name}}', 0, /without “}}}”/],
    ['{{#a}}x', 7, /section “a” is not closed/],
    ['x{{/a}}', 1, /“{{\/a}}” closes a section that was not opened/],
    ['{{#a}}{{#b}}{{/a}}{{/b}}', 12, /section “b” is not closed/],
    ['a{{}}', 1, /without a name/],
    ['{{=<% %>=}}', 0, /delimiters/],
    [`{{a${' '.repeat(500)}}}`, 0, /blanks/],
  ])('%j', (source, position, words) => {
    const problem = problemOf(() => renderMerge(source, {}, 'html'));
    expect(problem.message).toMatch(words);
    expect(problem.position).toBe(position);
    expect(problemOf(() => variablesOf(source)).position).toBe(position);
  });

  test('hostile templates end: deep nesting, loops in loops, results without bounds', () => {
    const deep = '{{#a}}'.repeat(10_000) + '{{/a}}'.repeat(10_000);
    expect(problemOf(() => filled(deep, { a: 1 })).message).toMatch(/nest at most/);
    const loops = '{{#a}}'.repeat(8) + 'x' + '{{/a}}'.repeat(8);
    expect(problemOf(() => filled(loops, { a: Array.from({ length: 1000 }, () => 1) })).message).toMatch(
      /steps/,
    );
    const nothing = '{{#a}}'.repeat(8) + '{{/a}}'.repeat(8);
    expect(problemOf(() => filled(nothing, { a: Array.from({ length: 1000 }, () => 1) })).message).toMatch(
      /steps/,
    );
    const nested: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(problemOf(() => filled('{{a}}', { a: nested })).message).toMatch(/deeply/);
    const large = { a: Array.from({ length: 1000 }, () => 1), b: 'x'.repeat(100_000) };
    expect(problemOf(() => filled('{{#a}}{{b}}{{/a}}', large)).message).toMatch(/larger/);
    expect(problemOf(() => filled(`{{a}}${'x'.repeat(2 ** 20)}`, {})).message).toMatch(/at most/);
  });
});

test('the variables of a source, whichever branch they stand in', () => {
  const source =
    '{{a}} {{#user.order}}{{this.item}}{{price}}{{this}}{{/user.order}}{{^b}}{{{c.d}}}{{/b}}{{a}}';
  expect(variablesOf(source)).toEqual(['a', 'user.order', 'user.order.item', 'price', 'b', 'c.d']);
});

const parts = [
  '{{',
  '}}',
  '{',
  '}',
  '#',
  '^',
  '/',
  '&',
  '!',
  '>',
  '=',
  'this',
  '.',
  'a',
  'b',
  ' ',
  '\n',
  '__proto__',
];
const source = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...parts)).map((pieces) => pieces.join('')),
);

/** What filling comes to: its missing variables, or null for a problem; every other error goes through. */
function missingOf(...[text, info, mode]: Parameters<typeof renderMerge>): string[] | null {
  try {
    return renderMerge(text, info, mode).missing;
  } catch (error) {
    if (error instanceof MergeProblem) {
      return null;
    }
    throw error;
  }
}

test('any source and any info are filled or refused, and what is missing is a variable', () => {
  fc.assert(
    fc.property(source, fc.jsonValue(), fc.constantFrom('html', 'text'), (text, info, mode) => {
      const missing = missingOf(text, info, mode) ?? [];
      const variables = missing.length === 0 ? [] : [...variablesOf(text), 'this'];
      expect(variables).toEqual(expect.arrayContaining(missing));
      expect(new Set(missing).size).toBe(missing.length);
    }),
  );
});

test('any value comes through, and leaves no markup in HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(filled('{{v}}', { v: value })).toBe(value);
      expect(filled('{{v}}', { v: value }, 'html')).not.toMatch(/[<>"']/);
    }),
  );
});
