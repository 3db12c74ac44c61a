import { describe, expect, test } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { createTimeline } from '#domain/timeline.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import type { GradeRequest, Grader } from '#grading/grader.ts';
import { versionsOf } from '#replay/versions.ts';
import { createWhenDidItBreak } from '#replay/when-did-it-break.ts';
import { aProblem } from '../fakes/a-problem.ts';

const TIED = 'every score tied';

/** Types and runs as somebody would; times in ms. */
function createScript(start: string) {
  const events: AttemptEvent[] = [];
  let text = start;
  let at = 0;
  let runs = 0;
  const add = (entry: AttemptEntry): void => void events.push({ ...entry, at, session: 's' });
  add({ type: 'opened', problemId: 'auc', code: start });
  return {
    events,
    wait(ms: number) {
      at += ms;
    },
    exchange(old: string, fresh: string) {
      const rangeOffset = text.indexOf(old);
      at += 100;
      add({ type: 'edited', changes: [{ rangeOffset, rangeLength: old.length, text: fresh }] });
      text = text.replace(old, fresh);
    },
    say(words: string) {
      add({ type: 'transcribed', from: at, to: at + 10, text: words });
    },
    run(verdict: Verdict) {
      runs += 1;
      at += 500;
      add({ type: 'submitted', runId: String(runs) });
      at += 100;
      add({ type: 'case-finished', runId: String(runs), index: 1, name: TIED, edge: 'ties', verdict, ms: 1 });
      add({ type: 'run-finished', runId: String(runs), verdict });
    },
  };
}

const result = (verdict: Verdict): CaseResult => ({
  index: 1,
  name: TIED,
  edge: 'ties',
  verdict,
  ms: 1,
  output: { stdout: '', stderr: '', dropped: 0 },
});

/** Grades by what the code says; remembers what it was asked. */
function createGraderBy(verdictOf: (code: string) => Verdict): Grader & { readonly requests: readonly GradeRequest[] } {
  const requests: GradeRequest[] = [];
  return {
    requests,
    prepare() {},
    async grade(request) {
      requests.push(request);
      const verdict = verdictOf(request.code);
      return { kind: 'graded', verdict, results: [result(verdict)] };
    },
  };
}

const byOperator = (code: string): Verdict =>
  code.includes('TODO') ? 'Runtime Error' : code.includes('>=') ? 'Accepted' : 'Wrong Answer';

function attempt() {
  const script = createScript('TODO');
  script.wait(2000);
  script.exchange('TODO', 'a >= b # 0');
  script.run('Accepted');
  for (let i = 0; i < 10; i += 1) {
    script.wait(3000);
    script.exchange(`# ${i}`, `# ${i + 1}`);
  }
  script.wait(3000);
  script.say('only strictly greater counts');
  script.wait(500);
  // One burst: the edit that breaks it lies between two that do not matter.
  script.exchange('# 10', '# 11');
  script.exchange('>=', '>');
  script.exchange('# 11', '# 12');
  for (let i = 12; i < 20; i += 1) {
    script.wait(3000);
    script.exchange(`# ${i}`, `# ${i + 1}`);
  }
  script.run('Wrong Answer');
  script.wait(4000);
  script.exchange('>', '>=');
  script.wait(4000);
  script.exchange('# 20', '# 21');
  return script.events;
}

function search(events: readonly AttemptEvent[], grader: Grader) {
  const timeline = createTimeline(events);
  const breaks = createWhenDidItBreak({ problem: aProblem(), grader, events, timeline });
  const history = () => breaks.store.getState().cases.find(({ name }) => name === TIED);
  const settled = () =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (history()?.search.kind === 'searching' || history()?.search.kind === 'refining') return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = breaks.store.subscribe(check);
      check();
    });
  return { breaks, history, settled, timeline };
}

describe('versions of the code', () => {
  test('are the texts after bursts of edits, and those that were run', () => {
    const events = attempt();
    const versions = versionsOf(events, createTimeline(events));
    expect(versions.slice(0, 3).map(({ text }) => text)).toEqual(['TODO', 'a >= b # 0', 'a >= b # 1']);
    expect(versions.map(({ text }) => text)).toContain('a > b # 12');
    expect(versions.map(({ text }) => text)).not.toContain('a > b # 11');
  });
});

describe('when did it break?', () => {
  test('nothing is run before it is asked for', () => {
    const grader = createGraderBy(byOperator);
    search(attempt(), grader);
    expect(grader.requests).toEqual([]);
  });

  test('names the single edit that broke the case, the one that mended it, and what was said', async () => {
    const grader = createGraderBy(byOperator);
    const events = attempt();
    const { breaks, history, settled, timeline } = search(events, grader);
    breaks.find(TIED);
    await settled();
    const breaking = events.findIndex((event) => event.type === 'edited' && event.changes[0]?.text === '>');
    const mending = events.findLastIndex((event) => event.type === 'edited' && event.changes[0]?.text === '>=');
    expect(history()?.finding).toMatchObject({
      verdict: 'Wrong Answer',
      introduced: {
        kind: 'broke',
        t: timeline.axis.timeOfEvent(breaking),
        words: { clause: '`>=` became `>` in line 1' },
        said: 'only strictly greater counts',
      },
      fixed: { t: timeline.axis.timeOfEvent(mending), words: { clause: '`>` became `>=` in line 1' } },
    });
    expect(grader.requests.every(({ cases, pristine }) => cases?.[0] === 1 && !pristine)).toBe(true);
    expect(grader.requests.length).toBeLessThan(16);
  });

  test('says that a case never passed, and when it was first seen to fail', async () => {
    const script = createScript('TODO');
    script.wait(5000);
    script.exchange('TODO', 'a > b');
    script.wait(2000);
    script.run('Wrong Answer');
    const { breaks, history, settled } = search(script.events, createGraderBy(byOperator));
    breaks.find(TIED);
    await settled();
    expect(history()?.finding).toMatchObject({ introduced: { kind: 'never-passed', t: 5100 }, fixed: null });
  });

  test('stops when it is cancelled, and says why when it cannot go on', async () => {
    let fail: (error: Error) => void = () => {};
    const grader: Grader = {
      prepare() {},
      grade: (_, { signal }) =>
        new Promise((resolve, reject) => {
          fail = reject;
          signal?.addEventListener('abort', () => resolve({ kind: 'stopped', results: [] }));
        }),
    };
    const { breaks, history, settled } = search(attempt(), grader);
    breaks.find(TIED);
    breaks.cancel();
    await settled();
    expect(history()).toMatchObject({ search: { kind: 'idle' }, finding: null });
    breaks.find(TIED);
    fail(new Error('Python could not be started.'));
    await settled();
    expect(history()?.search).toEqual({ kind: 'failed', message: 'Python could not be started.' });
  });

  test('fills the band of a case on request', async () => {
    const grader = createGraderBy(byOperator);
    const { breaks, history, settled } = search(attempt(), grader);
    const unknown = () => history()?.verdicts.filter((verdict) => verdict === undefined).length;
    expect(unknown()).toBeGreaterThan(10);
    breaks.refine(TIED);
    await settled();
    expect(unknown()).toBe(0);
    expect(history()?.verdicts).toEqual(breaks.versions.map(({ text }) => byOperator(text)));
  });
});
