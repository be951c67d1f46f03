export function AgentsPane() {
  return <nav aria-label="Mail Agents" />;
}
