/** A file to import, and its path below what was chosen or dropped. */
export interface PickedFile {
  readonly file: File;
  readonly path: string;
}

/** Files of a file chooser; a chosen folder tells the path below it. */
export function pickedFiles(files: FileList | readonly File[]): PickedFile[] {
  return Array.from(files)
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(isNoClutter);
}

/** Files that were dropped, with everything in dropped folders. The event's own list is gone after its turn. */
export async function droppedFiles(dropped: DataTransfer): Promise<PickedFile[]> {
  const entries = Array.from(dropped.items)
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    entries.map(async ({ entry, file }) => {
      if (entry !== null) {
        return filesBelow(entry);
      }
      return file === null ? [] : [{ file, path: file.name }];
    }),
  );
  return found.flat().filter(isNoClutter);
}

async function filesBelow(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isFolder(entry)) {
    return [];
  }
  const reader = entry.createReader();
  const found: PickedFile[] = [];
  // A folder is read some entries at a time, until there are none.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) {
      return found;
    }
    for (const each of entries) {
      found.push(...(await filesBelow(each)));
    }
  }
}

/** What systems keep beside the files. */
function isNoClutter({ path }: PickedFile): boolean {
  return !path.split('/').some((segment) => segment.startsWith('.') || segment === 'Thumbs.db');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
