import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { EventStreamProvider } from '../api/event-stream-context.tsx';
import { queryClient } from '../api/query-client.ts';
import { CommandsProvider } from '../commands/commands-context.tsx';
import { cssVariables, theme } from '../styles/theme.ts';
import { Hints } from '../ui/Hints.tsx';
import { Shell } from './Shell.tsx';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'restante.color-scheme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      cssVariablesResolver={cssVariables}
    >
      <QueryClientProvider client={queryClient}>
        <EventStreamProvider>
          <CommandsProvider>
            <Shell />
          </CommandsProvider>
        </EventStreamProvider>
      </QueryClientProvider>
      <Hints />
      <Notifications position="bottom-right" limit={3} transitionDuration={120} />
    </MantineProvider>
  );
}
