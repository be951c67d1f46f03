import { type Row, type Table, refused } from '../../row.ts';

/** Every management endpoint and the scope that it asks for (reference 2.1; which scope the older ones want is assumed). */
const endpoints: readonly (readonly [asked: string, scope: string])[] = [
  ...['agents', 'mailagents'].flatMap((agents): (readonly [string, string])[] => [
    [`GET /v1.1/${agents}`, 'MailAgents.READ'],
    [`POST /v1.1/${agents}`, 'MailAgents.CREATE'],
    [`PUT /v1.1/${agents}/{agent}`, 'MailAgents.UPDATE'],
    [`DELETE /v1.1/${agents}/{agent}`, 'MailAgents.DELETE'],
    [`GET /v1.1/${agents}/{agent}/apikeys`, 'MailAgents.READ'],
    [`POST /v1.1/${agents}/{agent}/apikeys`, 'MailAgents.CREATE'],
    [`DELETE /v1.1/${agents}/{agent}/apikeys/unknown`, 'MailAgents.DELETE'],
    [`GET /v1.1/${agents}/{agent}/short-passwords`, 'MailAgents.READ'],
    [`POST /v1.1/${agents}/{agent}/short-passwords`, 'MailAgents.CREATE'],
    [`DELETE /v1.1/${agents}/{agent}/short-passwords/unknown`, 'MailAgents.DELETE'],
    [`GET /v1.1/${agents}/{agent}/templates`, 'MailTemplates.READ'],
    [`POST /v1.1/${agents}/{agent}/templates`, 'MailTemplates.CREATE'],
    [`GET /v1.1/${agents}/{agent}/templates/unknown`, 'MailTemplates.READ'],
    [`PUT /v1.1/${agents}/{agent}/templates/unknown`, 'MailTemplates.UPDATE'],
    [`DELETE /v1.1/${agents}/{agent}/templates/unknown`, 'MailTemplates.DELETE'],
  ]),
  ['GET /v1.1/domains', 'Domains.READ'],
  ['POST /v1.1/domains', 'Domains.CREATE'],
  ['GET /v1.1/domains/unknown', 'Domains.READ'],
  ['PUT /v1.1/domains/unknown', 'Domains.UPDATE'],
  ['PUT /v1.1/domains/unknown/verify', 'Domains.UPDATE'],
  ['DELETE /v1.1/domains/unknown', 'Domains.DELETE'],
  ...['email', 'domain'].flatMap((kind): (readonly [string, string])[] => [
    [`GET /v1.1/suppressions/${kind}`, 'Suppressions.READ'],
    [`POST /v1.1/suppressions/${kind}`, 'Suppressions.CREATE'],
    [`PUT /v1.1/suppressions/${kind}`, 'Suppressions.UPDATE'],
    [`DELETE /v1.1/suppressions/${kind}`, 'Suppressions.DELETE'],
  ]),
  ['GET /v1.1/email', 'email.READ'],
  ['GET /v1.1/email/email-reference/unknown', 'email.READ'],
  ...['mail-logs', 'activity-logs', 'suppression-list'].flatMap((type): (readonly [string, string])[] => [
    [`GET /v1.1/${type}/exports`, 'Exports.READ'],
    [`POST /v1.1/${type}/exports`, 'Exports.CREATE'],
    [`DELETE /v1.1/${type}/exports`, 'Exports.DELETE'],
    [`GET /v1.1/${type}/exports/unknown/download`, 'Exports.READ'],
  ]),
  ['GET /v1.0/email', 'email.READ'],
  ['GET /v1.0/stats/email', 'email.READ'],
  ['GET /portal/v1.0/mailagents', 'MailAgents.READ'],
  ['GET /portal/v1.0/mailagents/{agent}/bounce-address', 'MailAgents.READ'],
  ['GET /portal/v1.0/mailagents/{agent}/template', 'MailTemplates.READ'],
  ['GET /portal/v1.0/domains/mailagents/{agent}', 'Domains.READ'],
];

const invalid = refused('TM_4001', 'Access Denied', {
  code: 'SERR_157',
  message: 'Invalid OAuth token found',
});

/** Who may not. No row reaches what it asks for, so none changes anything. */
function rowsOf(asked: string, scope: string): readonly Row[] {
  const [method = '', path = ''] = asked.split(' ');
  const denied = (title: string, authorization: string, answer: object): Row => ({
    title: `${asked} with ${title}`,
    evidence: 'A',
    request: { method, path, headers: { Authorization: authorization } },
    status: 401,
    answer,
  });
  return [
    denied('no Authorization', '', invalid),
    denied('a token that nobody handed out', 'Zoho-oauthtoken 1000.nobody.nobody', invalid),
    denied('a send mail token', 'Zoho-enczapikey {token}', invalid),
    denied(
      'a token without the scope',
      'Zoho-oauthtoken {sender}',
      refused('TM_4001', 'Access Denied', {
        code: 'SERR_157',
        message: 'Invalid OAuth scope',
        target: 'scope',
        target_value: `Zeptomail.${scope}`,
      }),
    ),
  ];
}

export const accessTables: readonly Table[] = [
  ['who may manage', endpoints.flatMap(([asked, scope]) => rowsOf(asked, scope))],
];
