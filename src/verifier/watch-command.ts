/** `npm run problems -- verify --watch`: proved again at every save, by a Python that stays booted. */
import { watch as watchFolder } from 'node:fs';
import { basename, join } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { forgetful } from './exam.ts';
import { examine, findingDetails, findingRow } from './examine.ts';
import { emptyMemory, type Memory } from './memory.ts';
import { tableHead } from './verification-table.ts';

/** ms: an editor writes a file in several steps, and a formatter writes several files. */
const QUIET = 200;

/**
 * Verifies these problems, then each one again whenever a file in its folder changes; only what depends on the change is
 * proved again. Ends when `stop` aborts.
 */
export async function watch(
  ids: readonly string[],
  { verbose }: { readonly verbose: boolean },
  { problemsDir, terminal, openParts }: CommandLine,
  stop: AbortSignal,
): Promise<void> {
  const parts = await openParts();
  const memories = new Map<string, Memory>();
  const changes = collectChanges(ids, problemsDir, stop);
  try {
    terminal.out(tableHead(ids));
    for (const id of ids) changes.add(id, '');
    for (let id = await changes.next(); id !== null; id = await changes.next()) {
      const known = changes.checkerChanged(id) ? undefined : memories.get(id);
      const memory = known ?? emptyMemory();
      memories.set(id, memory);
      const finding = await examine(
        problemsDir,
        id,
        forgetful(parts),
        (line) => terminal.progress(`${id}: ${line}`),
        memory,
      );
      if (stop.aborted) return;
      terminal.out(findingRow(finding, ids, verbose));
      const details = findingDetails([finding]);
      if (details !== '') terminal.out(details);
    }
  } finally {
    changes.close();
    parts.runner.dispose();
  }
}

interface Changes {
  add(id: string, file: string): void;
  /** The next problem that has changed and been left alone for a moment; null when the watch has ended. */
  next(): Promise<string | null>;
  /** Whether the problem's `checker.ts` is among the changes that `next` told of. */
  checkerChanged(id: string): boolean;
  close(): void;
}

function collectChanges(ids: readonly string[], problemsDir: string, stop: AbortSignal): Changes {
  const waiting = new Map<string, number>();
  const checkers = new Set<string>();
  let wake: () => void = () => undefined;
  const add = (id: string, file: string): void => {
    if (isNoise(file)) return;
    if (basename(file) === 'checker.ts') checkers.add(id);
    waiting.set(id, file === '' ? 0 : Date.now() + QUIET);
    wake();
  };
  const watchers = ids.map((id) =>
    watchFolder(join(problemsDir, id), { recursive: true }, (_, file) => add(id, file ?? 'unknown')),
  );
  stop.addEventListener('abort', () => wake(), { once: true });
  return {
    add,
    async next() {
      while (!stop.aborted) {
        const [first] = [...waiting].sort(([, a], [, b]) => a - b);
        const delay = first === undefined ? undefined : first[1] - Date.now();
        if (first !== undefined && delay !== undefined && delay <= 0) {
          waiting.delete(first[0]);
          return first[0];
        }
        await new Promise<void>((resolve) => {
          const timer = delay === undefined ? undefined : setTimeout(resolve, delay);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return null;
    },
    checkerChanged: (id) => checkers.delete(id),
    close() {
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** What Python and editors leave behind. */
function isNoise(file: string): boolean {
  return file.split(/[\\/]/).some((step) => step === '__pycache__' || /^\.|~$|\.sw.$|^\d+$/.test(step));
}
