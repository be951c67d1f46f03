import type { System } from './system-command.ts';

/** The system on which this page is shown, as the commands name it. */
export function ownSystem(agent = navigator.userAgent): System {
  if (/Mac OS X/.test(agent)) {
    return 'macos';
  }
  return /Windows/.test(agent) ? 'windows' : 'linux';
}
