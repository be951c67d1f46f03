import type { LinkPurpose, MessageLink } from '#shared/message.ts';

type ActionPurpose = Exclude<LinkPurpose, 'other'>;

export const purposeNames: Readonly<Record<ActionPurpose, string>> = {
  'sign-in': 'Sign in',
  verify: 'Verify',
  'reset-password': 'Reset password',
  invitation: 'Invitation',
  unsubscribe: 'Unsubscribe',
};

export interface LinkChip {
  readonly purpose: ActionPurpose;
  readonly link: MessageLink;
}

/** The links that a message is about: the first of each purpose, web addresses before mail addresses. */
export function linkChips(links: readonly MessageLink[]): LinkChip[] {
  return (Object.keys(purposeNames) as ActionPurpose[]).flatMap((purpose) => {
    const those = links.filter((link) => link.purpose === purpose);
    const link = those.find(({ url }) => !url.startsWith('mailto:')) ?? those[0];
    return link === undefined ? [] : [{ purpose, link }];
  });
}
