import { spawn } from 'node:child_process';
import { app, dialog } from 'electron';
import { argumentsToRemakeDemo } from './launch-options.ts';

/**
 * Opens the demo in an instance of its own: its data, ports and windows have nothing to do with these. Where one is open, it
 * comes to the front.
 */
export function openDemo(): void {
  // What was said of this instance does not hold for that one.
  const { RESTANTE_DATA: _data, RESTANTE_AGENT_PORTS: _ports, ...environment } = process.env;
  const args = [
    ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    '--demo',
  ];
  const demo = spawn(process.execPath, args, { detached: true, stdio: 'ignore', env: environment });
  demo.once('error', (error) => {
    dialog.showErrorBox('The demo mailbox cannot be opened', error.message);
  });
  // It outlives this one.
  demo.unref();
}

const choices = ['Make Anew', 'Cancel'] as const;

/** Starts the demo's instance anew with a fresh mailbox, when the person agrees: what was changed in it goes. */
export async function remakeDemo(): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Make the demo mailbox anew?',
    detail: 'What was changed in it goes, and the times of its mails are counted from now.',
    buttons: [...choices],
    defaultId: choices.indexOf('Make Anew'),
    cancelId: choices.indexOf('Cancel'),
    noLink: true,
  });
  if (choices[response] === 'Make Anew') {
    app.relaunch({ args: argumentsToRemakeDemo(process.argv.slice(1)) });
    app.quit();
  }
}
