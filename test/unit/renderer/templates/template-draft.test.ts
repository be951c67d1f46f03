import { describe, expect, test } from 'vitest';
import {
  draftOf,
  isSame,
  previewOf,
  requestOf,
  sampleOf,
} from '../../../../renderer/src/features/templates/template-draft.ts';

const draft = {
  name: 'Welcome',
  alias: ' ',
  subject: 'Hello',
  htmlbody: '<p>Hi</p>',
  textbody: '',
  sampleMergeInfo: '{"name":"Ann"}',
};

test('a draft becomes a request: an empty alias and an empty body are none', () => {
  expect(requestOf(draft)).toEqual({
    body: { ...draft, alias: null, textbody: null, sampleMergeInfo: { name: 'Ann' } },
  });
});

test('a new template can be kept once it has a name', () => {
  const fresh = draftOf(undefined);
  expect(requestOf(fresh)).toEqual({ problems: { name: 'A template needs a name.' } });
  expect(requestOf({ ...fresh, name: 'Order' })).toHaveProperty('body');
});

test('every field that is wrong is told', () => {
  const { problems } = requestOf({
    ...draft,
    name: ' ',
    subject: '',
    htmlbody: '',
    sampleMergeInfo: '{',
  });
  expect(Object.keys(problems ?? {})).toEqual(['name', 'subject', 'htmlbody', 'sampleMergeInfo']);
});

test('a template comes back as the draft that made it', () => {
  const view = {
    ...draft,
    key: 'k',
    alias: null,
    textbody: null,
    sampleMergeInfo: { name: 'Ann' },
    createdAt: '',
    modifiedAt: '',
  };
  const back = draftOf(view);
  expect(requestOf(back).body).toEqual(requestOf(draft).body);
  expect(isSame(back, draftOf(view))).toBe(true);
  expect(isSame(back, { ...back, subject: 'x' })).toBe(false);
});

describe('a sample', () => {
  test.each([
    ['', {}],
    ['{"a":[1]}', { a: [1] }],
    ['[1]', undefined],
    ['7', undefined],
    ['null', undefined],
    ['{', undefined],
  ])('%j', (text, sample) => {
    expect(sampleOf(text)).toEqual(sample);
  });

  test('that cannot be read does not stop the preview', () => {
    expect(previewOf({ ...draft, sampleMergeInfo: '{' })).toEqual({
      subject: 'Hello',
      htmlbody: '<p>Hi</p>',
      textbody: null,
      mergeInfo: {},
    });
  });
});
