import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';
import { hasProgram } from '../../support/has-program.ts';

const run = promisify(execFile);

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

type Post = (url: URL, headers: Readonly<Record<string, string>>, body: string) => Promise<Reply>;

const postWithFetch: Post = async (url, headers, body) => {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
};

const postWithCurl: Post = async (url, headers, body) => {
  const headerArgs = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const quiet = ['--silent', '--noproxy', '*', '--write-out', '\n%{http_code}'];
  const { stdout } = await run('curl', [...quiet, '-X', 'POST', ...headerArgs, '-d', body, url.href]);
  const end = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(end)), body: JSON.parse(stdout.slice(0, end)) };
};

/** The sample of POST /v1.1/email, as it is printed. */
const printedKey = 'ea36f19a.342fc7e29c25f1ed.h1.776d4400-9b3b-11ef-a4db-525400256d50.192faea6440';
const printedMail = `{"from":{"address":"accounts@info.zylker.com","name":"Paula"},
 "to":[{"email_address":{"address":"Sara.d@zylker.com","name":"Sara"}}],
 "cc":[{"email_address":{"address":"Devin.jo@zylker.com","name":"Devin"}}],
 "reply_to":[{"address":"Kevin@zylker.com","name":"Kevin"}],
 "subject":"Account Confirmation","htmlbody":"<div><b>...</b></div>",
 "attachments":[{"file_cache_key":"${printedKey}"}],
 "track_clicks":true,"track_opens":true,"client_reference":"reference","mime_headers":{"message":"value"}}`;

/** The sample of POST /v1.1/email/batch, as it is printed. */
const printedBatch = `{"from":{"address":"invoice@zylker.com","name":"Invoice"},"subject":"Batch mail Test",
 "to":[{"email_address":{"address":"paul.s@zfashions.com","name":"Paul"},"merge_info":{"contact":"98***","company":"Z fashions"}},
       {"email_address":{"address":"george@zfashions.com","name":"George"}}],
 "htmlbody":"<b>sample {{contact}} {{company}}</b>","textbody":"sample",
 "merge_info":{"contact":"87***","company":"Z fashions"}}`;

describe.each([
  { client: 'fetch', post: postWithFetch, isThere: true },
  { client: 'curl', post: postWithCurl, isThere: hasProgram('curl', '--version') },
])('a documented sample, sent with $client', ({ post, isThere }) => {
  function open(): Promise<ApiOffice> {
    return ApiOffice.open({ mode: 'strict', domains: ['zylker.com', 'info.zylker.com'] });
  }

  function postTo(office: ApiOffice, path: string, body: string, type = 'application/json'): Promise<Reply> {
    const headers = {
      Accept: 'application/json',
      'Content-Type': type,
      Authorization: office.authorization,
    };
    return post(new URL(path, office.url), headers, body);
  }

  test.runIf(isThere)('is received, once it names a file that was uploaded here', async () => {
    const office = await open();
    const upload = await postTo(office, 'v1.1/files?name=terms.txt', 'Terms', 'text/plain');
    expect(upload).toMatchObject({ status: 201, body: { data: [{ code: 'fm_101' }] } });
    const { file_cache_key: key } = upload.body as { file_cache_key: string };
    const reply = await postTo(office, 'v1.1/email', printedMail.replace(printedKey, key));
    expect(reply).toMatchObject({ status: 201, body: { data: [{ code: 'EM_104' }], object: 'email' } });
    const message = await office.message();
    expect(message).toMatchObject({ subject: 'Account Confirmation', verdicts: [] });
    expect(message.parts.map(({ filename }) => filename)).toEqual(['terms.txt']);
    expect(message.raw.toString()).toMatch(/^message: value\r$/im);
  });

  test.runIf(isThere)('is refused as it is printed, for its file is somebody else’s', async () => {
    const office = await open();
    expect(await postTo(office, 'v1.1/email', printedMail)).toMatchObject({
      status: 422,
      body: { error: { code: 'TM_3501', details: [{ code: 'UE_106' }] } },
    });
  });

  test.runIf(isThere)('goes to each recipient of a batch, as it is printed', async () => {
    const office = await open();
    const reply = await postTo(office, 'v1.1/email/batch', printedBatch);
    expect(reply).toMatchObject({ status: 201, body: { data: [{ code: 'EM_104' }] } });
    const raws = [await office.message(0), await office.message(1)].map(({ raw }) => raw.toString());
    expect(raws.some((raw) => raw.includes('<b>sample 98*** Z fashions</b>'))).toBe(true);
    expect(raws.some((raw) => raw.includes('<b>sample 87*** Z fashions</b>'))).toBe(true);
  });
});
