/** Sets everything up, builds the app and serves it: `npm start`, with `-- --port 5000` for another port. */
import { run, setUp } from './set-up.mjs';

setUp();
console.error('Building ...');
run('npx', ['vite', 'build', '--logLevel', 'error']);
run('npx', ['vite', 'preview', ...process.argv.slice(2)]);
