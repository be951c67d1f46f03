import { z } from 'zod';

const bracketed = /<([^<>]*)>\s*$/;

/** `a@b` and `Name <a@b>` alike. */
const written = z.string().transform((text) => bracketed.exec(text)?.[1] ?? text);

/** Where ZeptoMail's own bodies and those of the services that it imitates have the sender's address. */
const senders = [
  z.object({ from: z.object({ address: written }) }).transform(({ from }) => from.address),
  z.object({ from: z.object({ email: written }) }).transform(({ from }) => from.email),
  z.object({ from: written }).transform(({ from }) => from),
  z.object({ From: written }).transform(({ From }) => From),
  z.object({ message: z.object({ from_email: written }) }).transform(({ message }) => message.from_email),
] as const;

/** The sender's address in the body of a send call; `''` where there is none. */
export function senderOf(body: unknown): string {
  const checked = z.union(senders).safeParse(body);
  return checked.success ? checked.data : '';
}

const withAgentKey = z.object({ mailagent_key: z.string() });

/** The agent that a body of the older API names (official Power Automate connector), by its key. */
export function agentKeyOf(body: unknown): string | undefined {
  const checked = withAgentKey.safeParse(body);
  return checked.success ? checked.data.mailagent_key : undefined;
}
