import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where this user's Lectern keeps what belongs to the machine, not to a library: Electron's own choice of folder. */
export function configFolder(): string {
  return join(appData(), 'Lectern')
}

function appData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  }
}

/** The library that is meant when none is named. It lies where a person finds it; `LECTERN_LIBRARY` names another. */
export function defaultLibrary(): string {
  return resolve(process.env['LECTERN_LIBRARY'] || join(homedir(), 'Lectern'))
}
