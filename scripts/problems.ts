import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/verifier/command-line.ts';

const problemsDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'problems');
const { INIT_CWD, npm_lifecycle_event } = process.env;
const onScreen = process.stderr.isTTY;

process.exitCode = await runCommand(process.argv.slice(2), {
  problemsDir,
  // npm runs scripts in the project's folder and tells where it was called.
  folder: npm_lifecycle_event === 'problems' && INIT_CWD !== undefined ? INIT_CWD : process.cwd(),
  terminal: {
    out(line) {
      if (onScreen) process.stderr.write('\x1b[2K\r');
      process.stdout.write(`${line}\n`);
    },
    err: (line) => void process.stderr.write(`${line}\n`),
    progress: (line) => void process.stderr.write(onScreen ? `\x1b[2K\r${line}` : `${line}\n`),
  },
  openParts: async () => (await import('../src/verifier/open-parts.ts')).openParts(problemsDir),
});
