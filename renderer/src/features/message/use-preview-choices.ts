import { useLocalStorage } from '@mantine/hooks';
import { firstPreviewChoices, readPreviewChoices } from './preview-choices.ts';
import type { PreviewChoices } from './preview-choices.ts';

/** How mail is to be shown, and the function that changes some of it. */
export function usePreviewChoices(): [PreviewChoices, (changes: Partial<PreviewChoices>) => void] {
  const [choices, setChoices] = useLocalStorage<PreviewChoices>({
    key: 'restante.preview',
    defaultValue: firstPreviewChoices,
    deserialize: readPreviewChoices,
    getInitialValueInEffect: false,
  });
  return [choices, (changes) => setChoices((current) => ({ ...current, ...changes }))];
}
