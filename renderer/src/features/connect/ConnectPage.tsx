export function ConnectPage({ agentId }: { readonly agentId: string }) {
  return <div data-id={agentId} />;
}
