import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEvent } from '#domain/attempt.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Problem } from '#domain/problem.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Verdict } from '#domain/verdict.ts';
import type { Grader } from '#grading/grader.ts';
import { type NextStep, type Sample, towardsBreak, towardsFix, widestGap } from './bisect.ts';
import { type EditInWords, editInWords } from './edit-in-words.ts';
import { type CodeVersion, editsBetween, versionsOf } from './versions.ts';

/** An edit after which a case fared otherwise. */
export interface TurningEdit {
  readonly t: number;
  /** Null where nothing before it worked: then there is nothing to compare with. */
  readonly words: EditInWords | null;
  /** What was said just before, where there is a transcript. */
  readonly said: string | null;
}

export interface Finding {
  readonly verdict: Verdict;
  /** `never-passed`: no version before was found that did not fail. */
  readonly introduced: TurningEdit & { readonly kind: 'broke' | 'never-passed' };
  /** Null: it failed to the end. */
  readonly fixed: TurningEdit | null;
}

export type SearchState =
  | { readonly kind: 'idle' }
  /** `tried`: versions run so far. */
  | { readonly kind: 'searching'; readonly tried: number }
  | { readonly kind: 'refining'; readonly tried: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface CaseHistory {
  readonly name: string;
  readonly edge: string;
  /** What each version got, by its position among `versions`; undefined: not known. */
  readonly verdicts: readonly (Verdict | undefined)[];
  /** The version that failed it last when the candidate ran it; null when none did. */
  readonly lastFailure: number | null;
  readonly search: SearchState;
  readonly finding: Finding | null;
}

export interface BreakState {
  /** Cases that were judged in this attempt, in the problem's order. */
  readonly cases: readonly CaseHistory[];
}

export interface WhenDidItBreak {
  readonly store: StoreApi<BreakState>;
  readonly versions: readonly CodeVersion[];
  /** Looks for the edits that broke and mended a case, starting from its last failure. Runs code. */
  find(name: string): void;
  /** Runs a case on more versions, evenly spread, for its band. */
  refine(name: string): void;
  cancel(): void;
  dispose(): void;
}

export interface WhenDidItBreakCollaborators {
  readonly problem: Problem;
  readonly grader: Grader;
  readonly events: readonly AttemptEvent[];
  readonly timeline: Timeline;
}

/** Versions that one step of refining runs. */
const REFINE_STEP = 24;

/** Single edits of a burst that are tried before the burst as a whole is named. */
const EDIT_TRIES = 20;

/** Words spoken this long before an edit belong to it. */
const SAID_WITHIN_MS = 12_000;

/** Runs old versions of the code, one at a time and only when asked to, to learn when a case began and ceased to fail. */
export function createWhenDidItBreak(collaborators: WhenDidItBreakCollaborators): WhenDidItBreak {
  const { problem, grader, events, timeline } = collaborators;
  const versions = versionsOf(events, timeline);
  const store = createStore<BreakState>(() => ({ cases: judgedCases(problem, timeline, versions) }));
  /** What was learnt by running, by case and text: a text that comes again is not run again. */
  const learnt = new Map<string, Verdict>();
  let live: { readonly name: string; readonly abort: AbortController } | null = null;

  const caseOf = (name: string) => store.getState().cases.find((one) => one.name === name);
  const update = (name: string, change: Partial<CaseHistory>): void => {
    store.setState(({ cases }) => ({ cases: cases.map((one) => (one.name === name ? { ...one, ...change } : one)) }));
  };
  const record = (name: string, index: number, verdict: Verdict): void => {
    const text = versions[index]?.text;
    const before = caseOf(name)?.verdicts ?? [];
    // The same text fares the same, wherever it stood.
    update(name, { verdicts: before.map((old, i) => (i === index || versions[i]?.text === text ? verdict : old)) });
  };

  const run = async (name: string, code: string, signal: AbortSignal): Promise<Verdict> => {
    const key = `${name}\n${code}`;
    const known = learnt.get(key);
    if (known !== undefined) return known;
    const index = problem.cases.findIndex((item) => item.name === name);
    const end = await grader.grade(
      { problem, code, cases: [index], pristine: false },
      { signal, onResult: () => undefined },
    );
    if (end.kind === 'stopped') throw new DOMException('The search was cancelled.', 'AbortError');
    learnt.set(key, end.verdict);
    return end.verdict;
  };

  /** Follows `plan` until it has found its turn. */
  const search = async (name: string, verdict: Verdict, plan: Plan, signal: AbortSignal) => {
    for (;;) {
      const step = plan(samplesOf(caseOf(name)?.verdicts ?? [], verdict));
      if (step.kind === 'found') return step.turn;
      record(name, step.index, await run(name, versions[step.index]?.text ?? '', signal));
      countTry(name);
    }
  };
  const countTry = (name: string): void => {
    const state = caseOf(name)?.search;
    if (state?.kind === 'searching' || state?.kind === 'refining') {
      update(name, { search: { ...state, tried: state.tried + 1 } });
    }
  };

  /** The single edit of a burst after which the case fares as after the whole burst: its text, and the one before it. */
  const narrow = async (name: string, turn: BurstTurn, verdict: Verdict, plan: Plan, signal: AbortSignal) => {
    const edits = [turn.before, ...editsBetween(events, timeline, turn.before, turn.after)];
    const verdicts: (Verdict | undefined)[] = edits.map(() => undefined);
    verdicts[0] = turn.verdictBefore;
    verdicts[edits.length - 1] = turn.verdictAfter;
    for (let tries = 0; tries < EDIT_TRIES; tries += 1) {
      const step = plan(samplesOf(verdicts, verdict));
      if (step.kind === 'found') {
        const before = edits[step.turn?.before ?? 0];
        const after = edits[step.turn?.after ?? edits.length - 1];
        return before === undefined || after === undefined ? turn : { before, after };
      }
      verdicts[step.index] = await run(name, edits[step.index]?.text ?? '', signal);
      countTry(name);
    }
    return turn;
  };

  const describe = ({ before, after }: { before: CodeVersion | null; after: CodeVersion }): TurningEdit => ({
    t: after.t,
    words: before === null ? null : editInWords(before.text, after.text),
    said: timeline.transcript.findLast(({ to }) => to <= after.t && to > after.t - SAID_WITHIN_MS)?.text ?? null,
  });

  const investigate = async (name: string, signal: AbortSignal): Promise<Finding | null> => {
    const failing = caseOf(name)?.lastFailure ?? -1;
    const verdict = caseOf(name)?.verdicts[failing];
    if (verdict === undefined) return null;
    const burst = (before: number, after: number): BurstTurn | null => {
      const [from, to] = [versions[before], versions[after]];
      const verdicts = caseOf(name)?.verdicts ?? [];
      if (from === undefined || to === undefined) return null;
      return { before: from, after: to, verdictBefore: verdicts[before], verdictAfter: verdicts[after] };
    };

    const broke = await search(name, verdict, (samples) => towardsBreak(samples, failing), signal);
    const passedBefore = broke?.before != null && caseOf(name)?.verdicts[broke.before] === 'Accepted';
    const breaking = broke?.before != null && passedBefore ? burst(broke.before, broke.after) : null;
    const first = versions[broke?.after ?? failing];
    if (first === undefined) return null;
    const introduced =
      breaking === null
        ? { ...describe({ before: null, after: first }), kind: 'never-passed' as const }
        : {
            ...describe(
              await narrow(name, breaking, verdict, (samples) => towardsBreak(samples, samples.length - 1), signal),
            ),
            kind: 'broke' as const,
          };

    const mended = await search(name, verdict, (samples) => towardsFix(samples, failing), signal);
    const mending = mended?.before != null ? burst(mended.before, mended.after) : null;
    const fixed =
      mending === null
        ? null
        : describe(await narrow(name, mending, verdict, (samples) => towardsFix(samples, 0), signal));
    return { verdict, introduced, fixed };
  };

  const spread = async (name: string, signal: AbortSignal): Promise<null> => {
    for (let i = 0; i < REFINE_STEP; i += 1) {
      const verdicts = caseOf(name)?.verdicts ?? [];
      const index = widestGap(samplesOf(verdicts, 'Wrong Answer'), 0, verdicts.length);
      if (index === null) return null;
      record(name, index, await run(name, versions[index]?.text ?? '', signal));
      countTry(name);
    }
    return null;
  };

  const start = (name: string, first: SearchState, work: (signal: AbortSignal) => Promise<Finding | null>): void => {
    if (problem.cases.every((item) => item.name !== name)) return;
    live?.abort.abort();
    const mine = { name, abort: new AbortController() };
    live = mine;
    update(name, { search: first });
    work(mine.abort.signal).then(
      (finding) => update(name, { search: { kind: 'idle' }, ...(finding !== null && { finding }) }),
      (error: unknown) => {
        // Whoever cancelled has moved on already.
        if (mine.abort.signal.aborted) return;
        update(name, { search: { kind: 'failed', message: messageOf(error) } });
      },
    );
  };
  const cancel = (): void => {
    if (live === null) return;
    live.abort.abort();
    update(live.name, { search: { kind: 'idle' } });
    live = null;
  };

  return {
    store,
    versions,
    find(name) {
      cancel();
      start(name, { kind: 'searching', tried: 0 }, (signal) => investigate(name, signal));
    },
    refine(name) {
      cancel();
      const unknown = (caseOf(name)?.verdicts ?? []).filter((verdict) => verdict === undefined).length;
      const total = Math.min(unknown, REFINE_STEP);
      if (total > 0) start(name, { kind: 'refining', tried: 0, total }, (signal) => spread(name, signal));
    },
    cancel,
    dispose: cancel,
  };
}

type Plan = (samples: readonly Sample[]) => NextStep;

interface BurstTurn {
  readonly before: CodeVersion;
  readonly after: CodeVersion;
  readonly verdictBefore: Verdict | undefined;
  readonly verdictAfter: Verdict | undefined;
}

/** Another verdict than the one looked into says nothing about it: code is often half rewritten. */
function samplesOf(verdicts: readonly (Verdict | undefined)[], failure: Verdict): readonly Sample[] {
  return verdicts.map((verdict) =>
    verdict === undefined ? undefined : verdict === 'Accepted' ? 'pass' : verdict === failure ? 'fail' : 'other',
  );
}

function judgedCases(problem: Problem, { runs }: Timeline, versions: readonly CodeVersion[]): readonly CaseHistory[] {
  const cases = new Map<string, { edge: string; verdicts: (Verdict | undefined)[]; lastFailure: number | null }>();
  for (const { code, from, results } of runs) {
    const ran = versions.findLastIndex(({ text, t }) => text === code && t <= from);
    for (const { name, edge, verdict } of results) {
      const own = cases.get(name) ?? { edge, verdicts: versions.map(() => undefined), lastFailure: null };
      cases.set(name, own);
      versions.forEach(({ text }, i) => {
        if (text === code) own.verdicts[i] = verdict;
      });
      if (verdict !== 'Accepted' && ran >= 0) own.lastFailure = ran;
    }
  }
  const place = (name: string) => problem.cases.findIndex((item) => item.name === name);
  return [...cases]
    .map(([name, own]): CaseHistory => ({ name, ...own, search: { kind: 'idle' }, finding: null }))
    .sort((a, b) => place(a.name) - place(b.name));
}
