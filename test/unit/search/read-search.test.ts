import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTerms, readSearch, searchOf } from '#shared/search/read-search.ts';
import type { Condition } from '#shared/search/search.ts';

const now = new Date(2026, 4, 10, 15, 30);
const agents = [
  { id: '019376a0-0000-7000-8000-00000000000a', name: 'Shop' },
  { id: '019376a0-0000-7000-8000-00000000000b', name: 'Shop, staging' },
  { id: '019376a0-0000-7000-8000-00000000000c', name: 'Newsletter' },
];

function read(typed: string): { negated: boolean; condition: Condition }[] {
  const reading = readSearch(typed, { now, agents });
  expect(reading.problems).toEqual([]);
  return [...searchOf(reading)];
}

function meant(typed: string): Condition[] {
  return read(typed).map(({ condition }) => condition);
}

function words(text: string, beginning = false, field = 'any'): object {
  return { kind: 'words', field, text, beginning };
}

function local(year: number, month: number, day: number, hour = 0, minute = 0): number {
  return new Date(year, month - 1, day, hour, minute).getTime();
}

describe('free text', () => {
  test.each([
    ['ship', [words('ship', true)]],
    ['order ship', [words('order'), words('ship', true)]],
    ['order is:read', [words('order', true), { kind: 'state', state: 'read' }]],
    ['"has shipped"', [words('has shipped')]],
    ['has“ shipped”', [words('has'), words(' shipped')]],
    ['"has shipped', [words('has shipped')]],
    ['x', [words('x')]],
    ['jane@example.com', [words('jane@example.com', true)]],
    ['https://example.com/a?b=c', [words('https://example.com/a?b=c')]],
    ['http://localhost:8025', [words('http://localhost:8025', true)]],
    ['localhost:8025', [words('localhost:8025', true)]],
    ['12:30', [words('12:30', true)]],
    ['Re: order', [words('Re:'), words('order', true)]],
    ['std::string', [words('std::string', true)]],
    ['mailto:jane@example.com', [words('mailto:jane@example.com', true)]],
    ['C:\\temp', [words('C:\\temp', true)]],
    ['order-4711', [words('order-4711', true)]],
    ['"from:jane"', [words('from:jane')]],
    ['-- ** "" ( )', []],
    ['', []],
  ])('%s', (typed, conditions) => {
    expect(meant(typed)).toEqual(conditions);
  });
});

describe('negation', () => {
  test.each([
    ['!order', [true]],
    ['-order', [true]],
    ['!"two words" order', [true, false]],
    ['-from:jane !is:read', [true, true]],
    ['--flag', [false]],
    ['a - b', [false, false]],
  ])('%s', (typed, negated) => {
    expect(read(typed).map((term) => term.negated)).toEqual(negated);
  });
});

describe('operators', () => {
  test.each([
    ['from:jane', words('jane', true, 'from')],
    ['FROM:Jane', words('Jane', true, 'from')],
    ['from:"Jane Doe"', words('Jane Doe', false, 'from')],
    ['from:“Jane Doe”', words('Jane Doe', false, 'from')],
    ['to:a@b.example', words('a@b.example', true, 'to')],
    ['cc:team', words('team', true, 'cc')],
    ['bcc:audit', words('audit', true, 'bcc')],
    ['reply-to:help', words('help', true, 'reply-to')],
    ['addressed:jane', words('jane', true, 'addressed')],
    ['subject:"your order"', words('your order', false, 'subject')],
    ['message-id:<4711@example.com>', words('<4711@example.com>', false, 'message-id')],
    ['attachment:invoice.pdf', words('invoice.pdf', true, 'attachment')],
    ['link:https://example.com/reset', words('https://example.com/reset', true, 'link')],
    ['verdict:SM_111', words('SM_111', true, 'verdict')],
    ['code:482913', { kind: 'code', code: '482913' }],
    ['tag:checkout', { kind: 'tag', name: 'checkout' }],
    ['tag:"two  words"', { kind: 'tag', name: 'two words' }],
    ['note:"ask Ada"', { kind: 'note', text: 'ask Ada' }],
    ['is:unread', { kind: 'state', state: 'unread' }],
    ['is:Starred', { kind: 'state', state: 'starred' }],
    ['has:attachments', { kind: 'feature', feature: 'attachment' }],
    ['has:code', { kind: 'feature', feature: 'code' }],
    ['door:smtp', { kind: 'door', door: 'smtp' }],
    ['outcome:hardbounce', { kind: 'outcome', outcome: 'hardbounce' }],
    ['outcome:bounce', { kind: 'outcome', outcome: 'bounce' }],
    ['larger:500', { kind: 'size', comparison: 'larger', bytes: 500 }],
    ['larger:10k', { kind: 'size', comparison: 'larger', bytes: 10_240 }],
    ['smaller:2mb', { kind: 'size', comparison: 'smaller', bytes: 2_097_152 }],
    ['smaller:"1.5 MiB"', { kind: 'size', comparison: 'smaller', bytes: 1_572_864 }],
    ['agent:shop', { kind: 'agent', agentIds: [agents[0]?.id] }],
    ['agent:stag', { kind: 'agent', agentIds: [agents[1]?.id] }],
    ['agent:sho', { kind: 'agent', agentIds: [agents[0]?.id, agents[1]?.id] }],
    [`agent:${agents[2]?.id}`, { kind: 'agent', agentIds: [agents[2]?.id] }],
  ])('%s', (typed, condition) => {
    expect(meant(typed)).toEqual([condition]);
  });
});

describe('times', () => {
  test.each([
    ['2026-05-01', local(2026, 5, 1)],
    ['2026-5-1', local(2026, 5, 1)],
    ['2026-05-01T14:30', local(2026, 5, 1, 14, 30)],
    ['"2026-05-01 14:30"', local(2026, 5, 1, 14, 30)],
    ['2026-05-01T14:30:00Z', Date.UTC(2026, 4, 1, 14, 30)],
    ['2026-05-01T14:30:00.5+02:00', Date.UTC(2026, 4, 1, 12, 30, 0, 500)],
    ['2024-02-29', local(2024, 2, 29)],
    ['today', local(2026, 5, 10)],
    ['yesterday', local(2026, 5, 9)],
    ['-7d', now.getTime() - 7 * 86_400_000],
    ['-12h', now.getTime() - 12 * 3_600_000],
    ['-30m', now.getTime() - 30 * 60_000],
    ['2w', now.getTime() - 14 * 86_400_000],
  ])('after:%s', (typed, at) => {
    expect(meant(`after:${typed}`)).toMatchObject([{ kind: 'time', comparison: 'after', at }]);
  });

  test.each(['2026-02-30', '2026-13-01', '2026-05-01T25:00', 'soon', '7', '-7y', '01.05.2026'])(
    '%s is none',
    (typed) => {
      const [problem] = readSearch(`before:${typed}`, { now, agents }).problems;
      expect(problem).toMatchObject({ code: 'value-unreadable', start: 7, end: 7 + typed.length });
    },
  );
});

describe('problems are told where they stand', () => {
  test.each([
    ['order form:jane', 'unknown-operator', 'form:', 'Did you mean “from:”', 'from:'],
    ['foo:bar', 'unknown-operator', 'foo:', 'There is no operator “foo:”', undefined],
    ['!subjct:x', 'unknown-operator', 'subjct:', 'Did you mean “subject:”', 'subject:'],
    ['largr:100', 'unknown-operator', 'largr:', 'Did you mean “larger:”', 'larger:'],
    ['foo:"bar baz"', 'unknown-operator', 'foo:', 'quotation marks', undefined],
    ['from:', 'value-missing', 'from:', 'wants something behind it', undefined],
    ['order to:"" x', 'value-missing', 'to:""', 'wants something behind it', undefined],
    ['from:@', 'value-unreadable', '@', 'no word', undefined],
    ['is:unred', 'value-unknown', 'unred', 'Did you mean “is:unread”', 'unread'],
    ['has:everything', 'value-unknown', 'everything', 'It knows attachment, inline', undefined],
    ['larger:big', 'value-unreadable', 'big', 'no size', undefined],
    ['smaller:-1k', 'value-unreadable', '-1k', 'no size', undefined],
    ['agent:Shopp', 'agent-unknown', 'Shopp', 'Did you mean “Shop”', 'Shop'],
    ['agent:nobody', 'agent-unknown', 'nobody', 'No Mail Agent is called', undefined],
  ])('%s', (typed, code, place, text, suggestion) => {
    const { problems } = readSearch(typed, { now, agents });
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.code).toBe(code);
    expect(typed.slice(problem?.start, problem?.end)).toBe(place);
    expect(problem?.text).toContain(text);
    expect(problem?.suggestion).toBe(suggestion);
  });

  test('more words than a search takes', () => {
    const typed = 'word '.repeat(mostTerms + 1);
    const { problems } = readSearch(typed, { now, agents });
    expect(problems).toMatchObject([{ code: 'too-many-terms', start: mostTerms * 5, end: typed.length }]);
  });
});

test('whatever is typed is read, with every place inside it and in order', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const { terms, problems } = readSearch(typed, { now, agents });
      for (const { start, end } of [...terms, ...problems]) {
        expect(0 <= start && start <= end && end <= typed.length).toBe(true);
      }
      expect(terms.map(({ start }) => start)).toEqual(
        terms.map(({ start }) => start).toSorted((left, right) => left - right),
      );
    }),
  );
});
