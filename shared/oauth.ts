import { z } from 'zod';

/** What an access token may be good for (https://www.zoho.com/zeptomail/help/api/api-index.html). */
export const scopeGroups = [
  'MailAgents',
  'Domains',
  'Suppressions',
  'MailTemplates',
  'email',
  'Exports',
] as const;
export type ScopeGroup = (typeof scopeGroups)[number];

/** As in `Zeptomail.MailAgents.READ`. */
export const scopeOperations = ['ALL', 'CREATE', 'READ', 'UPDATE', 'DELETE'] as const;
export type ScopeOperation = (typeof scopeOperations)[number];

export const oauthClientSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** What its access tokens are good for, unless a token request asks for less. */
  scopes: z.array(z.string()),
  /** Where a browser may be sent back to with an authorization code, beside this machine. */
  redirectUris: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
export type OAuthClient = z.infer<typeof oauthClientSchema>;

const scopeSchema = z
  .string()
  .regex(
    new RegExp(`^Zeptomail\\.(?:${scopeGroups.join('|')})\\.(?:${scopeOperations.join('|')})$`, 'i'),
    'A scope looks like “Zeptomail.MailAgents.READ”.',
  );

const redirectUriSchema = z
  .url({ protocol: /^https?$/, error: 'A redirect address begins with http:// or https://.' })
  .max(2000)
  .regex(/^[^#]*$/, 'A redirect address has no “#”.');

export const createOAuthClientSchema = z.strictObject({
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  scopes: z.array(scopeSchema).min(1, 'At least one scope is needed.').max(50),
  redirectUris: z.array(redirectUriSchema).max(20).default([]),
  clientId: z.string().trim().min(1).max(200).optional(),
  clientSecret: z.string().trim().min(1).max(200).optional(),
});
export type CreateOAuthClient = z.infer<typeof createOAuthClientSchema>;
