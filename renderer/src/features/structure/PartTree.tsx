import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconChevronDown,
  IconChevronRight,
  IconCode,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFolder,
  IconLock,
  IconMail,
  IconPhoto,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { byteWords } from '../message/byte-words.ts';
import { visibleName } from '../message/visible-name.ts';
import classes from './PartTree.module.css';
import { shownRows, treeCommandOf } from './tree-keys.ts';
import type { TreeRow } from './tree-keys.ts';

interface PartTreeProps {
  readonly parts: readonly StructurePart[];
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
  readonly onDrag: (part: StructurePart, event: DragEvent) => void;
}

/** The parts as a tree; arrow keys walk, fold and unfold it. */
export function PartTree({ parts, chosen, onChoose, onDrag }: PartTreeProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = shownRows(parts, folded);
  useEffect(() => {
    document.getElementById(`part-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function fold(path: string, isFolded: boolean): void {
    const next = new Set(folded);
    if (isFolded) {
      next.add(path);
    } else {
      next.delete(path);
    }
    setFolded(next);
    if (isFolded && chosen.startsWith(`${path}.`)) {
      onChoose(path);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const command =
      event.altKey || event.ctrlKey || event.metaKey
        ? undefined
        : treeCommandOf(event.key, rows, chosen, folded);
    if (command === undefined) {
      return;
    }
    event.preventDefault();
    if (command.type === 'choose') {
      onChoose(command.path);
    } else {
      fold(command.path, command.type === 'fold');
    }
  }

  return (
    <div
      role="tree"
      aria-label="Parts of the message"
      aria-activedescendant={`part-${chosen}`}
      tabIndex={0}
      className={classes['tree']}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <Row
          key={row.part.path}
          row={row}
          isChosen={row.part.path === chosen}
          isFolded={folded.has(row.part.path)}
          onChoose={onChoose}
          onFold={fold}
          onDrag={onDrag}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly isChosen: boolean;
  readonly isFolded: boolean;
  readonly onChoose: (path: string) => void;
  readonly onFold: (path: string, isFolded: boolean) => void;
  readonly onDrag: (part: StructurePart, event: DragEvent) => void;
}

function Row({ row: { part, level }, isChosen, isFolded, onChoose, onFold, onDrag }: RowProps) {
  const { path, type, fileName, size, childCount, problems } = part;
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree has the focus and the keys
    <div
      id={`part-${path}`}
      role="treeitem"
      aria-level={level}
      aria-selected={isChosen}
      aria-expanded={childCount > 0 ? !isFolded : undefined}
      className={classes['row']}
      style={{ '--level': Math.min(level, 24) - 1 }}
      // What only holds others has no bytes of its own.
      draggable={!type.startsWith('multipart/')}
      onDragStart={(event) => onDrag(part, event)}
      onClick={() => onChoose(path)}
    >
      <span className={classes['path']}>{path}</span>
      <span
        className={classes['chevron']}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onFold(path, !isFolded);
        }}
      >
        {childCount > 0 && <Chevron size={14} />}
      </span>
      <PartIcon part={part} />
      <span className={classes['words']}>
        {fileName !== null && <bdi className={classes['name']}>{visibleName(fileName)}</bdi>}
        <span className={fileName === null ? classes['name'] : classes['type']}>{type}</span>
      </span>
      {problems.length > 0 && (
        <span
          className={classes['problem']}
          role="img"
          aria-label={problems.length === 1 ? '1 problem' : `${problems.length} problems`}
        >
          <IconAlertTriangle size={14} />
        </span>
      )}
      <span className={classes['size']}>{byteWords(size)}</span>
    </div>
  );
}

export function PartIcon({ part: { type, childCount } }: { readonly part: StructurePart }) {
  const look = { size: 16, stroke: 1.6, 'aria-hidden': true, className: classes['icon'] ?? '' } as const;
  if (/encrypted|pkcs7|pgp-signature|multipart\/signed/.test(type)) {
    return <IconLock {...look} />;
  }
  if (type.startsWith('multipart/') || (type === 'application/ms-tnef' && childCount > 0)) {
    return <IconFolder {...look} />;
  }
  if (type === 'message/rfc822' || type === 'message/global') {
    return <IconMail {...look} />;
  }
  if (type.startsWith('image/')) {
    return <IconPhoto {...look} />;
  }
  if (type === 'text/calendar') {
    return <IconCalendarEvent {...look} />;
  }
  if (type === 'application/pdf') {
    return <IconFileTypePdf {...look} />;
  }
  if (/html|json|xml/.test(type)) {
    return <IconCode {...look} />;
  }
  return type.startsWith('text/') || type.startsWith('message/') ? (
    <IconFileText {...look} />
  ) : (
    <IconFile {...look} />
  );
}
