import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { summaryOf } from '#domain/summary.ts';
import type { Verdict } from '#domain/verdict.ts';

const MINUTE = 60_000;

interface Step {
  readonly entry: AttemptEntry;
  readonly at: number;
  readonly session?: string;
}

function log(...steps: readonly Step[]): readonly AttemptEvent[] {
  return steps.map(({ entry, at, session = 's' }) => ({ ...entry, at, session }));
}

const opened: AttemptEntry = { type: 'opened', problemId: 'auc', code: 'pass\n' };
const typed: AttemptEntry = { type: 'edited', changes: [{ rangeOffset: 0, rangeLength: 0, text: 'x' }] };

/** A run of cases named after their position, each with a class of its own, a second after another. */
function aRun(type: 'ran' | 'submitted', runId: string, at: number, verdicts: readonly Verdict[]): readonly Step[] {
  return [
    { entry: { type, runId }, at },
    ...verdicts.map((verdict, index): Step => ({ at: at + index + 1, entry: finished(runId, index, verdict) })),
    {
      at: at + verdicts.length + 1,
      entry: { type: 'run-finished', runId, verdict: verdicts.find((verdict) => verdict !== 'Accepted') ?? 'Accepted' },
    },
  ];
}

function finished(runId: string, index: number, verdict: Verdict): AttemptEntry {
  return { type: 'case-finished', runId, index, name: `case ${index}`, edge: `edge ${index}`, verdict, ms: 1 };
}

const OK = 'Accepted';
const WA = 'Wrong Answer';
const RE = 'Runtime Error';

describe('the summary of an attempt', () => {
  it('of no events is empty', () => {
    expect(summaryOf([])).toMatchObject({ startedAt: 0, lastAt: 0, state: 'new', cases: [], submissions: [] });
  });

  it('counts what the candidate did', () => {
    const summary = summaryOf(
      log(
        { entry: opened, at: 10 },
        { entry: typed, at: 20 },
        { entry: { type: 'hint-shown', index: 0 }, at: 30 },
        ...aRun('ran', '1', 40, [OK, WA]),
        ...aRun('submitted', '2', 60, [OK, OK, WA]),
        { entry: { type: 'alive' }, at: 99 },
        { entry: { type: 'reviewed', case: 'case 2', grade: 3 }, at: 9000, session: 'other' },
      ),
    );
    expect(summary).toMatchObject({ startedAt: 10, lastAt: 60, edits: 1, runs: 1, hintsShown: 1, state: 'attempted' });
    expect(summary.submissions).toEqual([{ session: 's', runId: '2', at: 60, verdict: WA, passed: 2, total: 3 }]);
    expect(summary.reviews).toEqual([{ at: 9000, case: 'case 2', grade: 3 }]);
  });

  it('keeps the first failure of a case, and how the last submission went for it', () => {
    const { cases } = summaryOf(
      log(
        { entry: opened, at: 0 },
        ...aRun('ran', '1', 10, [OK, WA]),
        ...aRun('submitted', '2', 20, [WA, OK]),
        ...aRun('submitted', '3', 30, [OK, OK]),
      ),
    );
    expect(cases.map(({ firstFailure }) => firstFailure)).toEqual([
      { at: 21, session: 's', runId: '2', verdict: WA },
      { at: 12, session: 's', runId: '1', verdict: WA },
    ]);
    expect(cases.map(({ submitted }) => submitted)).toEqual([
      { at: 31, verdict: OK },
      { at: 32, verdict: OK },
    ]);
  });

  it('takes the last word of a run on a case that got another go', () => {
    const { cases } = summaryOf(
      log(
        { entry: opened, at: 0 },
        { entry: { type: 'submitted', runId: '1' }, at: 1 },
        { entry: finished('1', 0, 'Time Limit Exceeded'), at: 2 },
        { entry: finished('1', 0, 'Accepted'), at: 3 },
      ),
    );
    expect(cases).toEqual([{ name: 'case 0', edge: 'edge 0', firstFailure: null, submitted: { at: 3, verdict: OK } }]);
  });

  it('blames no case for a run in which everything broke alike', () => {
    const failures = (...verdicts: Verdict[]) =>
      summaryOf(log({ entry: opened, at: 0 }, ...aRun('ran', '1', 1, verdicts))).cases.filter(
        ({ firstFailure }) => firstFailure !== null,
      ).length;
    expect(failures(RE, RE, RE)).toBe(0);
    expect(failures('Time Limit Exceeded', 'Time Limit Exceeded')).toBe(0);
    expect(failures(RE, RE, OK)).toBe(2);
    expect(failures(WA, WA)).toBe(2);
    expect(failures(RE)).toBe(1);
  });

  it('leaves closed pages, pauses and long silences out of the time spent', () => {
    const { activeMs } = summaryOf(
      log(
        { entry: opened, at: 0 },
        { entry: typed, at: MINUTE },
        { entry: opened, at: 60 * MINUTE, session: 'next day' },
        { entry: typed, at: 62 * MINUTE, session: 'next day' },
        { entry: { type: 'paused' }, at: 63 * MINUTE, session: 'next day' },
        { entry: { type: 'resumed' }, at: 65 * MINUTE, session: 'next day' },
        { entry: typed, at: 66 * MINUTE, session: 'next day' },
        { entry: typed, at: 100 * MINUTE, session: 'next day' },
        { entry: { type: 'reviewed', case: 'case 0', grade: 3 }, at: 103 * MINUTE, session: 'next day' },
      ),
    );
    expect(activeMs).toBe((1 + 3 + 1 + 5) * MINUTE);
  });

  it('knows what was foreseen before the first submission', () => {
    const predicted = (predictionId: string, edge: string): AttemptEntry => ({ type: 'predicted', predictionId, edge });
    const { foreseen } = summaryOf(
      log(
        { entry: opened, at: 0 },
        { entry: predicted('1', 'ties'), at: 1 },
        { entry: predicted('2', 'empty'), at: 2 },
        { entry: predicted('3', 'ties'), at: 3 },
        { entry: { type: 'prediction-withdrawn', predictionId: '2' }, at: 4 },
        ...aRun('submitted', '1', 10, [OK]),
        { entry: predicted('4', 'large'), at: 90 },
      ),
    );
    expect(foreseen).toEqual(['ties']);
  });

  it('knows which cards are put away and what is ticked', () => {
    const { suspended, rubric } = summaryOf(
      log(
        { entry: { type: 'card-suspended', case: 'a', suspended: true }, at: 1 },
        { entry: { type: 'card-suspended', case: 'b', suspended: true }, at: 2 },
        { entry: { type: 'card-suspended', case: 'a', suspended: false }, at: 3 },
        { entry: { type: 'rubric-ticked', item: 'x', about: 0 }, at: 4 },
        { entry: { type: 'rubric-ticked', item: 'y', about: 0 }, at: 5 },
        { entry: { type: 'rubric-unticked', item: 'x' }, at: 6 },
      ),
    );
    expect({ suspended, rubric }).toEqual({ suspended: ['b'], rubric: ['y'] });
  });
});

const verdict = fc.constantFrom<Verdict>(OK, OK, OK, WA, RE, 'Time Limit Exceeded');
const run = fc.record({
  submitted: fc.boolean(),
  verdicts: fc.array(verdict, { maxLength: 6 }),
  session: fc.constantFrom('one', 'two'),
});

describe('for any runs', () => {
  it('a case has failed exactly when a run that told cases apart failed it, and it stands as last submitted', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
        const events = runs.flatMap(({ submitted, verdicts, session }, i) =>
          log(...aRun(submitted ? 'submitted' : 'ran', String(i), i * 100, verdicts)).map((event) => ({
            ...event,
            session,
          })),
        );
        const summary = summaryOf([...log({ entry: opened, at: -1 }), ...events]);
        const telling = runs.filter(
          ({ verdicts: all }) =>
            all.length < 2 || new Set(all).size > 1 || (all[0] !== RE && all[0] !== 'Time Limit Exceeded'),
        );
        for (const index of [0, 1, 2, 3, 4, 5]) {
          const here = summary.cases.find(({ name }) => name === `case ${index}`);
          const failed = telling.some(({ verdicts: all }) => (all[index] ?? OK) !== OK);
          expect(here?.firstFailure != null).toBe(failed);
          const last = runs.findLast((one) => one.submitted && one.verdicts[index] !== undefined);
          expect(here?.submitted?.verdict).toBe(last?.verdicts[index]);
        }
        expect(summary.submissions.length + summary.runs).toBe(runs.length);
        for (const { passed, total, verdict: whole } of summary.submissions) {
          expect(passed === total).toBe(whole === OK);
        }
      }),
    );
  });

  it('the time spent is never negative, whatever the clocks did, and never more than the sessions were long', () => {
    const event = fc.record({ at: fc.integer({ min: -1e6, max: 1e6 }), session: fc.constantFrom('one', 'two') });
    fc.assert(
      fc.property(fc.array(event), (times) => {
        const { activeMs } = summaryOf(times.map((time): AttemptEvent => ({ ...typed, ...time })));
        const forward = ['one', 'two'].reduce((sum, session) => {
          const own = times.filter((time) => time.session === session).map(({ at }) => at);
          return sum + own.slice(1).reduce((all, at, i) => all + Math.max(0, at - (own[i] ?? 0)), 0);
        }, 0);
        expect(activeMs).toBeGreaterThanOrEqual(0);
        expect(activeMs).toBeLessThanOrEqual(forward);
      }),
    );
  });
});
