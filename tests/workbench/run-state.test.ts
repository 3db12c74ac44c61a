import { describe, expect, it } from 'vitest';
import type { CaseResult } from '#domain/verdict.ts';
import { bootText } from '#workbench/boot-status.tsx';
import { sharedFailure, summarise } from '#workbench/run-state.ts';
import { statusText } from '#workbench/status-line.tsx';

const READY = { kind: 'ready', version: '3.14.2' } as const;

function result(partial: Partial<CaseResult>): CaseResult {
  const output = { stdout: '', stderr: '', dropped: 0 };
  return { index: 0, name: '', edge: 'basic', verdict: 'Accepted', ms: 10, output, ...partial };
}

describe('the line that says how a run went', () => {
  it('counts what passed and adds up the time', () => {
    const summary = summarise([result({ ms: 110 }), result({ ms: 200 })]);
    expect(statusText({ kind: 'graded', mode: 'submit', verdict: 'Accepted', summary }, READY)).toBe(
      'Accepted 2/2, 0.31 s',
    );
  });

  it('names the edge classes that fail, each once', () => {
    const failing = { verdict: 'Wrong Answer', edge: 'ties' } as const;
    const summary = summarise([result({}), result(failing), result(failing), result({ ...failing, edge: 'empty' })]);
    expect(statusText({ kind: 'graded', mode: 'submit', verdict: 'Wrong Answer', summary }, READY)).toBe(
      'Wrong Answer: 3 of 4 cases fail: ties, empty',
    );
  });

  it('says that it waits for Python only while Python is not there', () => {
    const run = { kind: 'running', mode: 'run', cases: [0], current: null, done: 0 } as const;
    expect(statusText(run, { kind: 'booting', stage: 'start', loaded: 0, total: 0 })).toMatch(/^Waiting for Python/);
    expect(statusText(run, READY)).toBe('Preparing the cases');
  });

  it('says where a stopped run stood', () => {
    expect(statusText({ kind: 'stopped', mode: 'run', done: 1, total: 3, line: 4 }, READY)).toBe(
      'Stopped after 1 of 3 cases, at line 4',
    );
  });
});

describe('the boot', () => {
  it('is told in real megabytes', () => {
    expect(bootText({ kind: 'booting', stage: 'download', loaded: 3_100_000, total: 6_400_000 })).toBe(
      'Downloading Python 3.1 of 6.4 MB',
    );
    expect(bootText({ kind: 'booting', stage: 'download', loaded: 3_100_000, total: 0 })).toBe(
      'Downloading Python 3.1 MB',
    );
  });
});

describe('a failure that all cases share', () => {
  const broken = { verdict: 'Runtime Error', message: 'SyntaxError: invalid syntax' } as const;

  it('is found where every result is the same error', () => {
    expect(sharedFailure([result(broken), result({ ...broken, index: 1 })])?.message).toBe(broken.message);
  });

  it('is not found where one case differs, or there is only one', () => {
    expect(sharedFailure([result(broken), result({})])).toBeNull();
    expect(sharedFailure([result(broken), result({ ...broken, message: 'KeyError: 1' })])).toBeNull();
    expect(sharedFailure([result(broken)])).toBeNull();
  });
});
