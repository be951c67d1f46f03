import { TrieRouter } from 'hono/router/trie-router';
import { sendAs, sendOldAs } from './email/send-email.ts';
import { sendKinds } from './email/send-kind.ts';
import { filesPath } from './files/file-limits.ts';
import { uploadFile } from './files/upload-file.ts';
import type { Resource } from './resource.ts';
import { sendTransition } from './transition/send-transition.ts';
import { vendors } from './transition/vendors.ts';

/** What a path leads to: a resource, or the name of one that ZeptoMail has and Restante has not. */
export type Place = { readonly resource: Resource } | { readonly missing: string };

const places: readonly (readonly [path: string, place: Place])[] = [
  ['/v1.1/email', { resource: { POST: sendAs(sendKinds.single) } }],
  ['/v1.1/email/batch', { resource: { POST: sendAs(sendKinds.batch) } }],
  ['/v1.1/email/template', { resource: { POST: sendAs(sendKinds.template) } }],
  ['/v1.1/email/template/batch', { resource: { POST: sendAs(sendKinds.templateBatch) } }],
  ['/v1.1/email/email-reference/:reference', { missing: 'The log of one email' }],
  [filesPath, { resource: { POST: uploadFile } }],
  ...vendors.map((vendor): readonly [path: string, place: Place] => [
    `/v1.1/${vendor.shape}/email`,
    { resource: { POST: sendTransition(vendor) } },
  ]),
  ['/v1.1/:agents{agents|mailagents}', { missing: 'Managing agents' }],
  ['/v1.1/:agents{agents|mailagents}/:key', { missing: 'Managing agents' }],
  ['/v1.1/:agents{agents|mailagents}/:key/apikeys/:id?', { missing: 'Managing send mail tokens' }],
  [
    '/v1.1/:agents{agents|mailagents}/:key/short-passwords/:id?',
    { missing: 'Managing short SMTP passwords' },
  ],
  ['/v1.1/:agents{agents|mailagents}/:key/templates/:template?', { missing: 'Managing templates' }],
  ['/v1.1/domains', { missing: 'Managing domains' }],
  ['/v1.1/domains/:key', { missing: 'Managing domains' }],
  ['/v1.1/domains/:key/verify', { missing: 'Verifying domains' }],
  ['/v1.1/suppressions/:kind{email|domain}', { missing: 'The suppression list' }],
  ['/v1.1/:list{mail-logs|activity-logs|suppression-list}/exports', { missing: 'Exports' }],
  ['/v1.1/:list{mail-logs|activity-logs|suppression-list}/exports/:id/download', { missing: 'Exports' }],
  ['/v1.0/email', { resource: { POST: sendOldAs(sendKinds.single) } }],
  ['/v1.0/email/template', { resource: { POST: sendOldAs(sendKinds.template) } }],
  ['/v1.0/*', { missing: 'The older API version 1.0' }],
  ['/oauth/v2/token', { missing: 'OAuth' }],
];

const router = new TrieRouter<Place>();
for (const [path, place] of places) {
  for (const variant of path.endsWith('?') ? [path.replace(/\/:\w+\?$/, ''), path.slice(0, -1)] : [path]) {
    router.add('ALL', variant, place);
  }
}

/** Finds what a path leads to; undefined when ZeptoMail has no such path. */
export function placeOf(path: string): Place | undefined {
  return router.match('ALL', path)[0][0]?.[0];
}
