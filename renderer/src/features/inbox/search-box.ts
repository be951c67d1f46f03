/** The search box, which is reached by keys and by the menu from anywhere in the page. */
export const searchBoxId = 'message-search';

export function selectSearch(): void {
  const box = document.getElementById(searchBoxId);
  if (box instanceof HTMLInputElement) {
    box.select();
  }
}
