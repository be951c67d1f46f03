export function ActivityPage({ agentId }: { readonly agentId: string }) {
  return <div data-id={agentId} />;
}
