/** `npm run problems`: what the arguments mean, and what is done about them. */

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { listProblemIds, loadPackage } from '#catalog/build/load.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Parts } from './exam.ts';

export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** What is being done right now; not part of the answer. */
  progress(line: string): void;
}

export interface CommandLine {
  /** What relative paths of solutions start from. */
  readonly folder: string;
  readonly problemsDir: string;
  readonly terminal: Terminal;
  readonly openParts: () => Promise<Parts>;
  /** Ends a watch; without it, only the end of the process does. */
  readonly stop?: AbortSignal;
}

export const usage = `Usage: npm run --silent problems -- <command>

  verify [id...] [--verbose] [--fresh] [--record]
                                     prove that the problems are sound (all of them when no id is given); what has not
                                     changed since it was found sound is not proved again, unless --fresh; --record
                                     writes the test strengths that the app shows
  verify [id...] --watch [--verbose] prove again what a change touches at every save, until Ctrl+C
  oracle [id...]                     hold expected values and reference against second sources (scikit-learn, scipy, brute
                                     force ...), with this machine's python3 or the one that PYTHON names
  grade <id> <file.py>... [--json]   grade solutions; with --json one line of JSON for each file
  new <id>                           start a new problem folder
  --help                             show this text

Exit status: 0 when all is well, 1 when a problem is not sound or a solution is not accepted, 2 when the question
itself is wrong (no such problem, no such file, unknown option).`;

/** A question that cannot be answered; the message is a sentence for the person who asked. */
class Refusal extends Error {}

/** Does what the arguments say. Returns the exit status. */
export async function runCommand(argv: readonly string[], commandLine: CommandLine): Promise<number> {
  const { terminal } = commandLine;
  try {
    if (argv.includes('--help') || argv.includes('-h')) {
      terminal.out(usage);
      return 0;
    }
    const [command, ...rest] = argv;
    switch (command) {
      case 'verify': {
        const { words, options } = split(rest, ['--verbose', '--fresh', '--record', '--watch']);
        if (options.has('--watch')) return await watchUntilStopped(words, options, commandLine);
        return await (await import('./verify-command.ts')).verify(
          await chosen(words, commandLine),
          { verbose: options.has('--verbose'), fresh: options.has('--fresh'), record: options.has('--record') },
          commandLine,
        );
      }
      case 'oracle': {
        const ids = await chosen(split(rest, []).words, commandLine);
        return await (await import('./oracle-command.ts')).consultOracles(ids, commandLine);
      }
      case 'grade': {
        const { words, options } = split(rest, ['--json']);
        return await grade(words, options.has('--json'), commandLine);
      }
      case 'new':
        return await create(split(rest, []).words, commandLine);
      case undefined:
        throw new Refusal('Say what to do: verify, oracle, grade or new. --help explains them.');
      default:
        throw new Refusal(
          `There is no command "${command}"; the commands are verify, oracle, grade and new. --help explains them.`,
        );
    }
  } catch (error) {
    terminal.err(error instanceof Refusal ? error.message : `This could not be done: ${messageOf(error)}`);
    return 2;
  }
}

async function watchUntilStopped(
  words: readonly string[],
  options: ReadonlySet<string>,
  commandLine: CommandLine,
): Promise<number> {
  if (options.has('--record') || options.has('--fresh'))
    throw new Refusal('--watch goes with --verbose only: it proves what has changed, and records nothing.');
  const ids = await chosen(words, commandLine);
  const { watch } = await import('./watch-command.ts');
  await watch(
    ids,
    { verbose: options.has('--verbose') },
    commandLine,
    commandLine.stop ?? new AbortController().signal,
  );
  return 0;
}

/** The problems to verify: those that are named, or all. */
async function chosen(asked: readonly string[], { problemsDir }: CommandLine): Promise<readonly string[]> {
  const known = await listProblemIds(problemsDir);
  for (const id of asked) requireProblem(id, known);
  return asked.length === 0 ? known : [...new Set(asked)];
}

async function grade(
  words: readonly string[],
  json: boolean,
  { folder, problemsDir, terminal, openParts }: CommandLine,
): Promise<number> {
  const [id, ...files] = words;
  if (id === undefined || files.length === 0)
    throw new Refusal('Name a problem and at least one file: grade <id> <file.py>...');
  requireProblem(id, await listProblemIds(problemsDir));
  const solutions = await Promise.all(
    files.map(async (file) => ({ file, code: await readSolution(resolve(folder, file), file) })),
  );
  const parsed = await loadPackage(problemsDir, id);
  if (parsed.kind === 'broken')
    throw new Refusal(`The problem ${id} is not complete:\n${parsed.complaints.join('\n')}`);
  const { problem } = parsed.package;

  const [{ gradeFile, gradeAsJson, gradeAsText }, { runner, grader }] = await Promise.all([
    import('./grade-files.ts'),
    openParts(),
  ]);
  try {
    let accepted = true;
    for (const { file, code } of solutions) {
      terminal.progress(`grading ${file}`);
      const graded = await gradeFile(grader, problem, file, code);
      terminal.out(json ? gradeAsJson(id, graded) : gradeAsText(graded));
      accepted &&= graded.verdict === 'Accepted';
    }
    return accepted ? 0 : 1;
  } finally {
    runner.dispose();
  }
}

async function create([id, ...others]: readonly string[], { problemsDir, terminal }: CommandLine): Promise<number> {
  if (id === undefined || others.length > 0) throw new Refusal('Name one new problem: new <id>');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Refusal(`"${id}" is no id: use small letters and digits with hyphens.`);
  const folder = join(problemsDir, id);
  if (existsSync(folder)) throw new Refusal(`There is already a folder ${folder}.`);
  const { scaffold, leftToWrite } = await import('./scaffold.ts');
  for (const [path, content] of Object.entries(scaffold(id))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  terminal.out(`Made ${folder}. What is left to write:\n${leftToWrite.map((line) => `  ${line}`).join('\n')}`);
  terminal.out(`Then: npm run --silent problems -- verify ${id}`);
  return 0;
}

function split(argv: readonly string[], allowed: readonly string[]): { words: string[]; options: ReadonlySet<string> } {
  const options = new Set(argv.filter((word) => word.startsWith('-')));
  for (const option of options) {
    if (!allowed.includes(option)) throw new Refusal(`There is no option ${option} here. --help lists what there is.`);
  }
  return { words: argv.filter((word) => !word.startsWith('-')), options };
}

function requireProblem(id: string, known: readonly string[]): void {
  if (!known.includes(id)) throw new Refusal(`There is no problem "${id}"; the problems are ${known.join(', ')}.`);
}

async function readSolution(path: string, asGiven: string): Promise<string> {
  if (!existsSync(path)) throw new Refusal(`There is no file ${asGiven}.`);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal(`The file ${asGiven} cannot be read: ${messageOf(error)}.`);
  }
}
