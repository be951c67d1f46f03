import { join } from 'node:path';
import { app, dialog, Menu, session, shell } from 'electron';
import { filesOpenedChannel, menuCommandChannel } from '#shared/desktop-bridge.ts';
import { RestanteError } from '#shared/errors.ts';
import { createControlApp } from './control/control-app.ts';
import { createDesktopMailView } from './control/mail-view/desktop-mail-view.ts';
import { desktopMailViewPlace } from './control/mail-view/mail-view-place.ts';
import { servePageFiles } from './control/page-files.ts';
import { isDemoFolder } from './demo/demo-folder.ts';
import { applicationMenu } from './desktop/application-menu.ts';
import { closeBeforeQuit } from './desktop/close-before-quit.ts';
import { openDemo, remakeDemo } from './desktop/demo-instance.ts';
import { dragOutFiles } from './desktop/drag-out.ts';
import { guardNavigation } from './desktop/guard-navigation.ts';
import { hardenSession } from './desktop/harden-session.ts';
import { filesOfSecondStart, isOpenable, readLaunchOptions } from './desktop/launch-options.ts';
import { showMakingOfDemo } from './desktop/making-of-demo.ts';
import { followMenuState } from './desktop/menu-state.ts';
import { OpenedFiles } from './desktop/opened-files.ts';
import { appHost, appOrigin } from './desktop/origins.ts';
import { putOutMessages } from './desktop/put-out-messages.ts';
import { registerSchemes, serveSchemes } from './desktop/schemes.ts';
import { letWindowsOpen, showWindow, tellPage } from './desktop/show-window.ts';
import { followUnread } from './desktop/unread-badge.ts';
import { openPostOffice } from './post-office/open-post-office.ts';

const options = readLaunchOptions(process.argv.slice(1), process.env, process.cwd());
const openedFiles = new OpenedFiles(() => tellPage(filesOpenedChannel));

// Before the application is ready: Chromium reads these once.
registerSchemes();
// Every process of a page, whatever opened it. Root has no sandbox: the tests there say --no-sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) {
  app.enableSandbox();
}
app.setName(options.demo ? 'Restante Demo' : 'Restante');
// Nothing leaves the machine: no component updates, no field trials, no dictionaries.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');

openedFiles.add(options.files);
// On macOS files come this way, the first ones before the application is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  if (isOpenable(path)) {
    openedFiles.add([path]);
    showWindow();
  }
});

// The lock lies in this folder: one window per data folder, and a second start shows the first, and hands over its files.
app.setPath('userData', options.desktopFolder);
if (app.requestSingleInstanceLock({ files: options.files })) {
  app.on('second-instance', (_event, _arguments, _folder, told) => {
    showWindow();
    openedFiles.add(filesOfSecondStart(told));
  });
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
  const making = options.demo ? await showMakingOfDemo(options) : undefined;
  const postOffice = await openPostOffice({ folder: options.dataFolder, agentPorts: options.agentPorts });

  // 3. The same handler that is served over HTTP without a window; here no TCP port is involved.
  const isDemo = await isDemoFolder(options.dataFolder);
  const control = createControlApp({
    postOffice,
    platform: 'desktop',
    isDemo,
    version: app.getVersion(),
    page: servePageFiles(join(import.meta.dirname, 'page')),
    isOwnHost: (host) => host === appHost,
    mailView: desktopMailViewPlace,
  });
  serveSchemes(
    async (request) => openedFiles.answer(request) ?? control.fetch(request),
    createDesktopMailView(postOffice, appOrigin),
  );
  putOutMessages();
  openedFiles.handToPage();
  const removeDragged = await dragOutFiles(postOffice.archive, join(app.getPath('userData'), 'dragged'));

  // 4. Mail that was answered is on disk already; closing in order ends the conversations that are going on.
  closeBeforeQuit(async () => {
    await control.close();
    await postOffice.close();
    await removeDragged();
  });

  // 5. What the person sees.
  const isPackaged = app.isPackaged;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu(
        { platform: process.platform, isPackaged, isDemo },
        {
          tellPage: (command) => tellPage(menuCommandChannel, command),
          showDataFolder: () => void shell.openPath(options.dataFolder),
          openDemo,
          remakeDemo: () => void remakeDemo(),
          showAbout: () => app.showAboutPanel(),
        },
      ),
    ),
  );
  const menuState = followMenuState();
  letWindowsOpen({ dataFolder: options.dataFolder, onClosed: () => menuState.nothingAvailable() });
  app.on('activate', showWindow);
  showWindow();
  // The person may have closed it.
  if (making?.isDestroyed() === false) {
    making.close();
  }
  followUnread(postOffice, (count) => app.setBadgeCount(count));
}

/** What people can mend is said in one sentence; anything else with its stack. */
function refuseToStart(error: unknown): void {
  const text = error instanceof RestanteError ? error.message : String((error as Error).stack ?? error);
  console.error(text);
  dialog.showErrorBox('Restante cannot start', text);
  app.exit(1);
}
