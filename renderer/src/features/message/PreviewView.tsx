import { Button, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconDeviceDesktop, IconDeviceMobile, IconDeviceTablet, IconPhotoOff } from '@tabler/icons-react';
import type { MessageDetail } from '#shared/message.ts';
import { previewAddress } from './preview-address.ts';
import classes from './PreviewView.module.css';
import { TextView } from './TextView.tsx';
import { ViewBar } from './ViewBar.tsx';

/** Widths in CSS pixels; null fills the pane. */
const widths = { phone: 390, tablet: 768, full: null } as const;
type Width = keyof typeof widths;

const widthChoices = [
  { value: 'phone', icon: IconDeviceMobile, name: 'Phone, 390 pixels' },
  { value: 'tablet', icon: IconDeviceTablet, name: 'Tablet, 768 pixels' },
  { value: 'full', icon: IconDeviceDesktop, name: 'As wide as the pane' },
] as const;

interface PreviewViewProps {
  readonly message: MessageDetail;
  /** Whether the person asked for the remote content of this message. */
  readonly remote: boolean;
  readonly onLoadRemote: () => void;
}

/** The HTML as a mail client shows it, in a frame of another origin that may run nothing; text where there is no HTML. */
export function PreviewView({ message, remote, onLoadRemote }: PreviewViewProps) {
  const [width, setWidth] = useLocalStorage<Width>({
    key: 'restante.preview-width',
    defaultValue: 'full',
    getInitialValueInEffect: false,
  });
  if (!message.hasHtml || message.previewUrl === null) {
    return <TextView text={message.text ?? ''} />;
  }
  const address = previewAddress(message.previewUrl, remote);
  return (
    <div className={classes['preview']}>
      <ViewBar
        actions={
          <SegmentedControl
            aria-label="Width of the preview"
            value={width}
            onChange={(value) => setWidth(value)}
            data={widthChoices.map(({ value, icon: Icon, name }) => ({
              value,
              label: (
                <span className={classes['choice']} title={name}>
                  <Icon size={15} stroke={1.7} aria-hidden="true" />
                  <VisuallyHidden component="span">{name}</VisuallyHidden>
                </span>
              ),
            }))}
          />
        }
      >
        <RemoteContent count={message.remoteContentCount} loaded={remote} onLoad={onLoadRemote} />
      </ViewBar>
      <div className={classes['stage']} data-framed={widths[width] !== null || undefined}>
        <iframe
          // A new frame for a new address: navigating the old one would leave an entry in the history.
          key={address}
          className={classes['frame']}
          style={{ width: widths[width] ?? '100%' }}
          src={address}
          title="The message as HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
      </div>
    </div>
  );
}

interface RemoteContentProps {
  readonly count: number;
  readonly loaded: boolean;
  readonly onLoad: () => void;
}

function RemoteContent({ count, loaded, onLoad }: RemoteContentProps) {
  if (count === 0) {
    return 'Nothing in this message asks for another host';
  }
  if (loaded) {
    return 'Remote content was loaded for this message';
  }
  return (
    <>
      <IconPhotoOff size={15} aria-hidden="true" className={classes['icon']} />
      {count === 1 ? '1 remote image or style held back' : `${count} remote images and styles held back`}
      <Button variant="subtle" size="compact-xs" onClick={onLoad}>
        Load for this message
      </Button>
    </>
  );
}
