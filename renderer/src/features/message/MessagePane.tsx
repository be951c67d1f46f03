export function MessagePane({ messageId }: { readonly messageId: string }) {
  return <div data-id={messageId} />;
}
