interface InboxPaneProps {
  readonly agentId: string | null;
  readonly messageId: string | null;
}

export function InboxPane({ agentId }: InboxPaneProps) {
  return <section aria-label="Messages">{agentId}</section>;
}
