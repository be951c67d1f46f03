import { useLocalStorage } from '@mantine/hooks';

/** How plain text is shown; remembered. */
interface TextChoices {
  readonly monospace: boolean;
  readonly wrap: boolean;
}

const firstChoices: TextChoices = { monospace: false, wrap: true };

export function useTextChoices(): [TextChoices, (changes: Partial<TextChoices>) => void] {
  const [choices, setChoices] = useLocalStorage<TextChoices>({
    key: 'restante.text',
    defaultValue: firstChoices,
    deserialize: readTextChoices,
    getInitialValueInEffect: false,
  });
  return [choices, (changes) => setChoices((current) => ({ ...current, ...changes }))];
}

function readTextChoices(stored: string | undefined): TextChoices {
  try {
    const { monospace, wrap } = JSON.parse(stored ?? '') as Partial<Record<keyof TextChoices, unknown>>;
    return { monospace: monospace === true, wrap: wrap !== false };
  } catch {
    // Written by hand: it only remembers how text was looked at.
    return firstChoices;
  }
}
