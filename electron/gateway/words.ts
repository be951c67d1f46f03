/** The cause of every refusal for want of an agent ends with what to do. */
export const howToBeFound =
  'The gateway serves all Mail Agents: it finds the right one by its send mail token or short password, or by its domain in the sender’s address.';

export function switchedOff(name: string): string {
  return `These are credentials of “${name}”, which is switched off. Switch it on, and it takes mail.`;
}
