import { BrowserWindow } from 'electron';
import type { WebContents } from 'electron';
import type { PutOut } from '#shared/put-out.ts';
import { renderingAddress } from '#shared/mail-rendering.ts';
import { desktopMailUrl } from '../control/mail-view/mail-view-place.ts';

/** Remote images that never come must not keep the sheet for ever (ms). */
const loadingLimitMs = 20_000;

/** So long a picture may be (pixels): Chromium draws no more into one. */
const longestPicture = 16_384;

/** CSS pixels of an inch, and the longest page that PDF knows (inches). */
const pixelsOfInch = 96;
const longestPage = 200;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The message as one page of a PDF, as wide as it is shown and as long as it is; longer ones than PDF allows, as several. */
export function mailAsPdf(message: PutOut): Promise<Buffer> {
  return withSheet(message, '', async (contents) => {
    const { width, height } = await contentSize(contents, message.width);
    return contents.printToPDF({
      pageSize: {
        width: width / pixelsOfInch,
        // A little room, or rounding would put the last line on a page of its own.
        height: Math.min((height + 2) / pixelsOfInch, longestPage),
      },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
    });
  });
}

/**
 * The whole message as a picture, a pixel for every CSS pixel.
 * @throws Error when it is longer than a picture can be.
 */
export function mailAsPng(message: PutOut): Promise<Buffer> {
  return withSheet(message, '', async (contents) => {
    const { width, height } = await contentSize(contents, message.width);
    if (height > longestPicture) {
      throw new Error(
        `The message is ${height.toLocaleString('en')} pixels long, and a picture holds ${longestPicture.toLocaleString('en')}. Save it as PDF instead.`,
      );
    }
    const { data } = (await contents.debugger.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    })) as { data: string };
    return Buffer.from(data, 'base64');
  });
}

/** Prints the message on paper, its main headers on top, after the system's dialog; answers why it was not, or null. */
export function printMail(message: PutOut): Promise<string | null> {
  return withSheet(message, 'headers=1', (contents) => {
    return new Promise((resolve) => {
      contents.print({ printBackground: true }, (printed, reason) => resolve(printed ? null : reason));
    });
  });
}

/** Opens the message in a window that nobody sees and that runs no script, and closes it whatever happens. */
async function withSheet<Result>(
  message: PutOut,
  query: string,
  make: (contents: WebContents) => Promise<Result>,
): Promise<Result> {
  const window = new BrowserWindow({
    show: false,
    useContentSize: true,
    width: message.width,
    height: 800,
    webPreferences: {
      offscreen: message.as !== 'print',
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    const { webContents } = window;
    const sheet = `${desktopMailUrl(message.messageId)}sheet${query === '' ? '' : `?${query}`}`;
    await loaded(webContents, renderingAddress(sheet, message.rendering));
    if (message.as !== 'print') {
      webContents.debugger.attach();
      // As it looks on the screen: paper would have the mail's styles for paper.
      await webContents.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'screen' });
    }
    return await make(webContents);
  } finally {
    window.destroy();
  }
}

/** Resolves when everything is there, or when it takes too long, with what is there by then. */
async function loaded(contents: WebContents, address: string): Promise<void> {
  const limit = setTimeout(() => contents.stop(), loadingLimitMs);
  try {
    await contents.loadURL(address);
  } catch (cause) {
    // Stopped by us: what has come is shown.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_ABORTED')) {
      throw cause;
    }
  } finally {
    clearTimeout(limit);
  }
}

/** Lays the message out at a width, and answers with how long it is then. */
async function contentSize(contents: WebContents, width: number): Promise<Size> {
  await contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
    width,
    height: 1,
    deviceScaleFactor: 1,
    mobile: false,
  });
  const { cssContentSize } = (await contents.debugger.sendCommand('Page.getLayoutMetrics')) as {
    cssContentSize: Size;
  };
  return { width, height: Math.max(1, Math.ceil(cssContentSize.height)) };
}
