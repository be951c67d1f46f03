import { cacheBytes } from '../../ledger/files.ts';
import { judgeAuthorization } from '../authorization.ts';
import { type ApiRequest, type ApiResponse, exchangeOf } from '../exchange.ts';
import { refusal } from '../refusals.ts';
import { type ApiAnswer, type ApiContext, refuse } from '../resource.ts';
import { judgeFile } from './judge-file.ts';
import { keepFile } from './keep-file.ts';
import { uploadedFile } from './uploaded-file.ts';

/** POST /v1.1/files?name=: puts a file into the file cache (https://www.zoho.com/zeptomail/help/api/file-upload.html). */
export async function uploadFile(request: ApiRequest, context: ApiContext): Promise<ApiAnswer> {
  const { agent, ledger, requestIds } = context;
  const file = await uploadedFile(request);
  // The activity keeps what was said, not the file.
  const shown = { ...request, body: Buffer.from(`<${file.content.byteLength} bytes of “${file.name}”>`) };
  const authorization = judgeAuthorization(request.authorization, agent);
  const { verdicts: found, fatal } = judgeFile(file);
  const verdicts = authorization === undefined ? found : [authorization, ...found];
  const refused = agent.mode === 'strict' ? verdicts[0] : fatal;
  if (refused !== undefined) {
    return refuse(shown, context, refused, verdicts);
  }
  const kept = keepFile(file, { agent, ledger, requestIds, now: request.receivedAt });
  if (kept === undefined) {
    const explanation = `The file cache of all agents together holds ${cacheBytes} bytes (1 GB). Delete files first.`;
    const full = refusal('too-large', { target: 'content', explanation });
    return refuse(shown, context, full, [...verdicts, full]);
  }
  const response: ApiResponse = { status: 201, body: successBody(kept.key) };
  return {
    response,
    session: exchangeOf(shown, response),
    outcome: 'held',
    result: `201 “${kept.name}” is in the file cache`,
    messageIds: [],
    verdicts,
  };
}

/** The documented answer, in its key order; its status is assumed. */
function successBody(key: string): string {
  return JSON.stringify({
    file_cache_key: key,
    data: [{ code: 'fm_101', additional_info: [], message: 'File uploaded successfully' }],
    message: 'OK',
    object: 'file',
  });
}
