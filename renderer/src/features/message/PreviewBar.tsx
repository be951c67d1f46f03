import { NumberInput, SegmentedControl } from '@mantine/core';
import { IconContrast2, IconPhoto, IconPhotoOff, IconZoom } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommands } from '../../commands/commands-context.tsx';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Said } from '../../ui/Said.tsx';
import { previewCommands } from './preview-commands.tsx';
import { colourChoices, withinWidths, zoomSteps } from './preview-choices.ts';
import type { PreviewChoices } from './preview-choices.ts';
import { previewWidths } from './preview-widths.ts';
import classes from './PreviewBar.module.css';

const widthChoices = previewWidths.map(({ width, icon, name }) => ({
  value: width === null ? 'pane' : String(width),
  icon,
  name: width === null ? name : `${name}, ${width} pixels`,
}));

const zoomChoices = [
  { value: 'fit', label: 'Fit' },
  ...zoomSteps.map((step) => ({ value: String(step), label: `${step} %` })),
];

interface PreviewBarProps {
  readonly choices: PreviewChoices;
  /** The width that is shown, in CSS pixels. */
  readonly width: number;
  /** Whether the commands are offered too. */
  readonly isOffered: boolean;
  readonly onChange: (changes: Partial<PreviewChoices>) => void;
}

/** How wide, how large and in which colours mail is shown. */
export function PreviewBar({ choices, width, isOffered, onChange }: PreviewBarProps) {
  useCommands(isOffered ? previewCommands(choices, onChange) : []);
  return (
    <div className={classes['bar']}>
      <SegmentedControl
        aria-label="Width of the preview"
        value={choices.width === null ? 'pane' : String(choices.width)}
        onChange={(value) => onChange({ width: value === 'pane' ? null : Number(value) })}
        data={widthChoices.map(({ value, icon: Icon, name }) => ({
          value,
          label: (
            <span className={classes['choice']} title={name}>
              <Icon size={15} stroke={1.7} aria-hidden="true" />
              <Said>{name}</Said>
            </span>
          ),
        }))}
      />
      <WidthInput key={width} width={width} onChange={(next) => onChange({ width: next })} />
      <ChoiceMenu
        label="Zoom"
        icon={<IconZoom size={15} aria-hidden="true" />}
        choices={zoomChoices}
        value={choices.zoom === null ? 'fit' : String(choices.zoom)}
        onChange={(value) => onChange({ zoom: value === 'fit' ? null : Number(value) })}
      />
      <IconButton
        size={24}
        label={choices.images ? 'Hide all images' : 'Show images'}
        aria-pressed={!choices.images}
        variant={choices.images ? 'subtle' : 'light'}
        icon={choices.images ? <IconPhoto size={16} /> : <IconPhotoOff size={16} />}
        onClick={() => onChange({ images: !choices.images })}
      />
      <ChoiceMenu
        label="Colours"
        icon={<IconContrast2 size={15} aria-hidden="true" />}
        choices={colourChoices}
        value={choices.colours}
        onChange={(colours) => onChange({ colours })}
      />
    </div>
  );
}

interface WidthInputProps {
  readonly width: number;
  readonly onChange: (width: number) => void;
}

/** The width in pixels, which can be typed too; it counts when it is finished. */
function WidthInput({ width, onChange }: WidthInputProps) {
  const [typed, setTyped] = useState<number | string>(width);
  const finish = (): void => {
    const next = Number(typed);
    if (typed === '' || !Number.isFinite(next) || next === width) {
      setTyped(width);
    } else {
      onChange(withinWidths(next));
      setTyped(withinWidths(next));
    }
  };
  return (
    <NumberInput
      className={classes['width'] ?? ''}
      aria-label="Width in pixels"
      value={typed}
      suffix=" px"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          finish();
        }
      }}
    />
  );
}
