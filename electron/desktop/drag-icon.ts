import { app, nativeImage } from 'electron';
import type { NativeImage } from 'electron';

const size = 32;

/** The system's icon of a file; a plain sheet where it has none, because a drag must show something. */
export async function dragIcon(file: string): Promise<NativeImage> {
  try {
    const icon = await app.getFileIcon(file, { size: 'normal' });
    return icon.isEmpty() ? sheet() : icon;
  } catch {
    // Systems without icons for files reject.
    return sheet();
  }
}

/** A white sheet with a grey edge. */
function sheet(): NativeImage {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 4; x < size - 4; x += 1) {
      const isEdge = y === 0 || y === size - 1 || x === 4 || x === size - 5;
      pixels.fill(isEdge ? 0x80 : 0xff, (y * size + x) * 4, (y * size + x) * 4 + 3);
      pixels[(y * size + x) * 4 + 3] = 0xff;
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: size, height: size });
}
