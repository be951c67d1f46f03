/** What a key means in the list of messages. */
export type ListCommand =
  | { readonly type: 'move'; readonly by: number; readonly extend: boolean }
  | {
      readonly type:
        | 'read'
        | 'unread'
        | 'star'
        | 'tag'
        | 'remove'
        | 'enter'
        | 'select-all'
        | 'collapse'
        | 'toggle';
    };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Rows that Page Up and Page Down pass over. */
const pageOfRows = 10;

/** The command of a key press, undefined when the key is not the list's. */
export function listCommandOf(event: Key): ListCommand | undefined {
  if (event.altKey) {
    return undefined;
  }
  if (event.ctrlKey || event.metaKey) {
    return event.key.toLowerCase() === 'a' ? { type: 'select-all' } : undefined;
  }
  const move = (by: number): ListCommand => ({ type: 'move', by, extend: event.shiftKey });
  switch (event.key) {
    case 'ArrowDown':
      return move(1);
    case 'ArrowUp':
      return move(-1);
    case 'PageDown':
      return move(pageOfRows);
    case 'PageUp':
      return move(-pageOfRows);
    case 'Home':
      return move(-Infinity);
    case 'End':
      return move(Infinity);
    case 'Enter':
      return { type: 'enter' };
    case ' ':
      return { type: 'toggle' };
    case 'Escape':
      return { type: 'collapse' };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' };
    default:
      return undefined;
  }
}
