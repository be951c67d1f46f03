import { describe, expect, it } from 'vitest';
import { pathOf, placeOf } from '../../../../renderer/src/routing/place.ts';
import type { Place } from '../../../../renderer/src/routing/place.ts';

const places: readonly [string, Place][] = [
  ['/', { page: 'inbox', agentId: null, messageId: null }],
  ['/messages/m1', { page: 'inbox', agentId: null, messageId: 'm1' }],
  ['/agents/a1', { page: 'inbox', agentId: 'a1', messageId: null }],
  ['/agents/a1/messages/m1', { page: 'inbox', agentId: 'a1', messageId: 'm1' }],
  ['/codes', { page: 'codes', agentId: null }],
  ['/agents/a1/connect', { page: 'connect', agentId: 'a1' }],
  ['/agents/a1/activity', { page: 'activity', agentId: 'a1' }],
  ['/agents/a1/webhooks', { page: 'webhooks', agentId: 'a1' }],
  ['/agents/a1/templates', { page: 'templates', agentId: 'a1' }],
  ['/agents/a1/delivery', { page: 'delivery', agentId: 'a1' }],
  ['/agents/a%2F1', { page: 'inbox', agentId: 'a/1', messageId: null }],
];

describe('a place and its path', () => {
  it.each(places)('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place);
    expect(pathOf(place)).toBe(path);
  });

  it.each(['/nowhere', '/agents', '/%E0%A4%A'])('%s is the inbox of all agents', (path) => {
    expect(placeOf(path)).toEqual({ page: 'inbox', agentId: null, messageId: null });
  });
});
