import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { menuCommandChannel } from '#shared/desktop-bridge.ts';
import { RestanteError } from '#shared/errors.ts';
import { createControlApp } from './control/control-app.ts';
import { createDesktopMailView } from './control/mail-view/desktop-mail-view.ts';
import { desktopMailViewPlace } from './control/mail-view/mail-view-place.ts';
import { servePageFiles } from './control/page-files.ts';
import { applicationMenu } from './desktop/application-menu.ts';
import { closeBeforeQuit } from './desktop/close-before-quit.ts';
import { focusWindow } from './desktop/focus-window.ts';
import { guardNavigation } from './desktop/guard-navigation.ts';
import { hardenSession } from './desktop/harden-session.ts';
import { readLaunchOptions } from './desktop/launch-options.ts';
import { openWindow } from './desktop/open-window.ts';
import { putOutMessages } from './desktop/put-out-messages.ts';
import { appHost, appOrigin } from './desktop/origins.ts';
import { registerSchemes, serveSchemes } from './desktop/schemes.ts';
import { followUnread } from './desktop/unread-badge.ts';
import { openPostOffice } from './post-office/open-post-office.ts';

const options = readLaunchOptions(process.argv.slice(1), process.env);

// Before the application is ready: Chromium reads these once.
registerSchemes();
// Every process of a page, whatever opened it. Root has no sandbox: the tests there say --no-sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) {
  app.enableSandbox();
}
app.setName('Restante');
// Nothing leaves the machine: no component updates, no field trials, no dictionaries.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');

// The lock lies in this folder: one window per data folder, and a second start shows the first.
app.setPath('userData', join(options.dataFolder, 'desktop'));
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  // Not awaited here: Electron becomes ready only after this module has been read.
  app.whenReady().then(start).catch(refuseToStart);
} else {
  app.exit(0);
}

async function start(): Promise<void> {
  // 1. Walls first, so that no page is ever without them.
  guardNavigation();
  hardenSession(session.defaultSession);

  // 2. Mail is taken from here on, with a window or without.
  const postOffice = await openPostOffice({ folder: options.dataFolder, agentPorts: options.agentPorts });

  // 3. The same handler that is served over HTTP without a window; here no TCP port is involved.
  const control = createControlApp({
    postOffice,
    platform: 'desktop',
    version: app.getVersion(),
    page: servePageFiles(join(import.meta.dirname, 'page')),
    isOwnHost: (host) => host === appHost,
    mailView: desktopMailViewPlace,
  });
  serveSchemes((request) => control.fetch(request), createDesktopMailView(postOffice, appOrigin));
  putOutMessages();

  // 4. Mail that was answered is on disk already; closing in order ends the conversations that are going on.
  closeBeforeQuit(async () => {
    control.close();
    await postOffice.close();
  });

  // 5. What the person sees.
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu(process.platform, app.isPackaged, {
        tellPage: (command) =>
          BrowserWindow.getAllWindows()[0]?.webContents.send(menuCommandChannel, command),
        showDataFolder: () => void shell.openPath(options.dataFolder),
        showAbout: () => app.showAboutPanel(),
      }),
    ),
  );
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) {
      openWindow(options.dataFolder);
    }
  });
  openWindow(options.dataFolder);
  followUnread(postOffice, (count) => app.setBadgeCount(count));
}

/** What people can mend is said in one sentence; anything else with its stack. */
function refuseToStart(error: unknown): void {
  const text = error instanceof RestanteError ? error.message : String((error as Error).stack ?? error);
  console.error(text);
  dialog.showErrorBox('Restante cannot start', text);
  app.exit(1);
}
