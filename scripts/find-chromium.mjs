import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of an installed Chromium or Chrome: $CHROMIUM, then what is on the PATH, then the usual places.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const command of COMMANDS) {
    for (const folder of folders) {
      const path = join(folder, command);
      if (isExecutable(path)) return path;
    }
  }
  return ELSEWHERE.find((path) => existsSync(path));
}

/**
 * Finds a Chromium, or installs one with the system's package manager where that is possible without asking.
 * @returns {string | undefined} its path; undefined, after a sentence with the command to type, when there is none.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (isRoot() && isOnPath('apt-get')) {
    console.error('No Chromium found: installing the package `chromium` with apt-get ...');
    try {
      /** @type {import('node:child_process').ExecFileSyncOptions} */
      const options = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
    } catch (error) {
      console.error(`apt-get could not install it: ${error instanceof Error ? error.message : error}`);
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    `The end-to-end tests need Chromium or Chrome, and none was found. Install one:\n  ${advice()}\nor set CHROMIUM to its path.`,
  );
  return undefined;
}

function advice() {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  if (isOnPath('apt-get')) return 'sudo apt-get install -y chromium';
  if (isOnPath('dnf')) return 'sudo dnf install -y chromium';
  if (isOnPath('pacman')) return 'sudo pacman -S --noconfirm chromium';
  if (isOnPath('apk')) return 'sudo apk add chromium';
  return 'npx playwright install chromium   (then set CHROMIUM to the path that it prints)';
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
