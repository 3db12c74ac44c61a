/** Sets everything up and runs every test there is: `npm test`. */
import { ensureChromium } from './find-chromium.mjs';
import { run, setUp } from './set-up.mjs';

setUp();
const chromium = ensureChromium();
if (chromium === undefined) process.exit(1);

/** @type {[title: string, command: string, args: string[]][]} */
const steps = [
  ['Format, lint and types', 'npm', ['run', '--silent', 'check']],
  ['Unit tests', 'npx', ['vitest', 'run']],
  ['Problems', 'npm', ['run', '--silent', 'problems', '--', 'verify']],
  ['Build', 'npx', ['vite', 'build', '--logLevel', 'error']],
  ['End-to-end tests', 'npx', ['playwright', 'test']],
];
for (const [title, command, args] of steps) {
  console.error(`\n== ${title}`);
  run(command, args, { env: { ...process.env, CHROMIUM: chromium } });
}
console.error('\nEverything passed.');
