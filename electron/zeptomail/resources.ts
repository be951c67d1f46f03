import { TrieRouter } from 'hono/router/trie-router';
import { sendAs, sendOldAs } from './email/send-email.ts';
import { sendKinds } from './email/send-kind.ts';
import { filesPath } from './files/file-limits.ts';
import { uploadFile } from './files/upload-file.ts';
import { listLogs } from './management/logs.ts';
import { listOlderLogs } from './management/older/logs.ts';
import { olderPlaces } from './management/older/places.ts';
import { managementPlaces } from './management/places.ts';
import { oauthPlaces } from './oauth/places.ts';
import type { Resource } from './resource.ts';
import { sendTransition } from './transition/send-transition.ts';
import { vendors } from './transition/vendors.ts';

interface Place {
  readonly resource: Resource;
}
interface Found extends Place {
  readonly params: Readonly<Record<string, string>>;
}

const places: readonly (readonly [path: string, place: Place])[] = [
  ['/v1.1/email', { resource: { GET: listLogs, POST: sendAs(sendKinds.single) } }],
  ['/v1.1/email/batch', { resource: { POST: sendAs(sendKinds.batch) } }],
  ['/v1.1/email/template', { resource: { POST: sendAs(sendKinds.template) } }],
  ['/v1.1/email/template/batch', { resource: { POST: sendAs(sendKinds.templateBatch) } }],
  [filesPath, { resource: { POST: uploadFile } }],
  ...vendors.map((vendor): readonly [path: string, place: Place] => [
    `/v1.1/${vendor.shape}/email`,
    { resource: { POST: sendTransition(vendor) } },
  ]),
  ...oauthPlaces,
  ...managementPlaces,
  ['/v1.0/email', { resource: { GET: listOlderLogs, POST: sendOldAs(sendKinds.single) } }],
  ['/v1.0/email/template', { resource: { POST: sendOldAs(sendKinds.template) } }],
  ...olderPlaces,
];

const router = new TrieRouter<Place>();
/** Paths without named parts, as those of all sends are: found without taking them apart. */
const fixed = new Map<string, Found>();
for (const [path, place] of places) {
  router.add('ALL', path, place);
  if (!path.includes(':')) {
    fixed.set(path, { resource: place.resource, params: {} });
  }
}

/** The resource that a path leads to, and the path's named parts; undefined when ZeptoMail has no such path. */
export function placeOf(path: string): Found | undefined {
  return fixed.get(path) ?? placeByPattern(path);
}

function placeByPattern(path: string): Found | undefined {
  const found = router.match('ALL', path)[0][0];
  return (
    found && {
      resource: found[0].resource,
      // This router gives the parts themselves; another kind of Hono's gives positions in a list.
      params: Object.fromEntries(Object.entries(found[1]).map(([name, part]) => [name, String(part)])),
    }
  );
}
