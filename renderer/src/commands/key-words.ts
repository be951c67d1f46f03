const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
};

/** A browser says in words what it runs on. */
function isOnMac(): boolean {
  return window.restante ? window.restante.platform === 'darwin' : navigator.userAgent.includes('Mac');
}

/** A key as it is written on the keyboard of this machine: `mod+k` is `⌘K` or `Ctrl+K`. */
export function keyWords(key: string, mac = isOnMac()): string {
  const parts = key.split('+').map((part) => {
    if (part === 'mod') {
      return mac ? '⌘' : 'Ctrl';
    }
    return names[part] ?? part;
  });
  const last = parts.pop() ?? '';
  return parts.length === 0
    ? last
    : [...parts, last.length === 1 ? last.toUpperCase() : last].join(mac ? '' : '+');
}
