import { Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import type { PutOut } from '#shared/put-out.ts';
import type { MessageDetail } from '#shared/message.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { useMenuCommand } from '../../desktop/use-menu-command.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { putOut } from './put-out.ts';
import { usePreviewChoices } from './use-preview-choices.ts';

/** A mail that fills its pane is put out at the width of a usual one. CSS pixels. */
const paneWidth = 800;

interface PrintMenuProps {
  readonly message: Pick<MessageDetail, 'id' | 'subject'>;
  /** Whether the person asked for the remote content of this message. */
  readonly remote: boolean;
}

/** Prints the message as it is shown; on the desktop it can be saved as PDF and PNG too. */
export function PrintMenu({ message, remote }: PrintMenuProps) {
  const [{ width, images, colours }] = usePreviewChoices();
  function run(as: PutOut['as']): void {
    void putOut({
      messageId: message.id,
      subject: message.subject,
      as,
      width: width ?? paneWidth,
      // Paper is white.
      rendering: { remote, images, colours: as === 'print' ? 'light' : colours },
    });
  }
  useMenuCommand('print', () => run('print'));
  useMenuCommand('save-pdf', () => run('pdf'));
  useMenuCommand('save-png', () => run('png'));
  usePrintKey(() => run('print'));
  const outputs: readonly { as: PutOut['as']; title: string }[] =
    window.restante === undefined
      ? [{ as: 'print', title: 'Print…' }]
      : [
          { as: 'print', title: 'Print…' },
          { as: 'pdf', title: 'Save as PDF…' },
          { as: 'png', title: 'Save as PNG…' },
        ];
  useCommands(
    outputs.map(({ as, title }) => ({
      id: `put out ${as}`,
      section: 'Message',
      title,
      words: 'print save picture paper',
      icon: <IconPrinter size={16} stroke={1.7} />,
      shortcut: as === 'print' ? 'print' : undefined,
      run: () => run(as),
    })),
  );
  const icon = <IconPrinter size={17} stroke={1.7} />;
  if (window.restante === undefined) {
    return <IconButton label="Print" icon={icon} onClick={() => run('print')} />;
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label="Print or save" icon={icon} />
      </Menu.Target>
      <Menu.Dropdown>
        {outputs.map(({ as, title }) => (
          <Menu.Item key={as} onClick={() => run(as)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** In a browser its own shortcut prints the message, not the page around it; on the desktop the menu has it. */
function usePrintKey(print: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      (event.ctrlKey || event.metaKey) &&
      !event.shiftKey &&
      !event.altKey &&
      event.key.toLowerCase() === 'p'
    ) {
      event.preventDefault();
      print();
    }
  });
  useEffect(() => {
    if (window.restante !== undefined) {
      return undefined;
    }
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
