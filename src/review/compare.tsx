import { useEffect, useId, useState } from 'react';
import { codeOfRun } from '#domain/attempt.ts';
import type { SubmissionSummary } from '#domain/summary.ts';
import { DiffView } from '#editor/diff-view.tsx';
import type { EditorTheme } from '#editor/editor-host.ts';
import type { AttemptLog, SummarisedAttempt } from '#storage/attempt-log.ts';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { formatTime } from './when.ts';

interface CompareProps {
  /** Of one problem, newest first. */
  readonly attempts: readonly SummarisedAttempt[];
  readonly log: Pick<AttemptLog, 'history'>;
  /** Resolves to an accepted solution; null as long as the candidate is not to see it. */
  readonly reference: (() => Promise<string>) | null;
  readonly theme: EditorTheme;
  readonly fontSize: number;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly code: () => Promise<string | null>;
}

/** Any two submissions against each other, or one against an accepted solution. */
export function Compare({ attempts, log, reference, theme, fontSize }: CompareProps) {
  const inline = useMediaQuery('(max-width: 899px)');
  const choices = choicesOf(attempts, log, reference);
  const [ids, setIds] = useState<{ readonly before: string | null; readonly after: string | null }>({
    before: null,
    after: null,
  });
  const after = choices.find(({ id }) => id === ids.after) ?? choices[0];
  const before = choices.find(({ id }) => id === ids.before) ?? choices[1];
  const pair = usePair(before, after);
  if (before === undefined || after === undefined) return null;
  return (
    <section className="compare" aria-labelledby="compare">
      <h2 id="compare">Compare</h2>
      <div className="compare__choices">
        <Chooser name="This" choices={choices} value={before.id} onChange={(id) => setIds({ ...ids, before: id })} />
        <Chooser name="with" choices={choices} value={after.id} onChange={(id) => setIds({ ...ids, after: id })} />
      </div>
      {pair === 'lost' && <p role="status">The log no longer has the code of one of them.</p>}
      {pair === 'loading' && <p className="quiet">Reading both</p>}
      {typeof pair === 'object' &&
        (pair.before === pair.after ? (
          <p role="status">The two are the same.</p>
        ) : (
          <DiffView
            key={`${before.id} ${after.id}`}
            {...pair}
            labels={{ before: before.label, after: after.label }}
            theme={theme}
            fontSize={fontSize}
            inline={inline}
          />
        ))}
    </section>
  );
}

interface ChooserProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Chooser({ name, choices, value, onChange }: ChooserProps) {
  const id = useId();
  return (
    <span className="compare__choice">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}

type Pair = { readonly before: string; readonly after: string } | 'loading' | 'lost';

function usePair(before: Choice | undefined, after: Choice | undefined): Pair {
  const [pair, setPair] = useState<{ readonly of: string; readonly is: Pair } | null>(null);
  const of = `${before?.id} ${after?.id}`;
  // By their ids: choices are made anew with every rendering.
  useEffect(() => {
    if (before === undefined || after === undefined) return;
    let gone = false;
    const settle = (is: Pair) => {
      if (!gone) setPair({ of, is });
    };
    Promise.all([before.code(), after.code()]).then(
      ([first, second]) => settle(first === null || second === null ? 'lost' : { before: first, after: second }),
      () => settle('lost'),
    );
    return () => {
      gone = true;
    };
  }, [of]);
  // What was read for another choice must not stand under the new one's name.
  return pair?.of === of ? pair.is : 'loading';
}

/** Submissions, newest first, and the accepted solution where it may be seen. */
function choicesOf(
  attempts: readonly SummarisedAttempt[],
  log: Pick<AttemptLog, 'history'>,
  reference: (() => Promise<string>) | null,
): readonly Choice[] {
  const submissions = attempts.flatMap(({ attempt, summary }) =>
    summary.submissions.map((submission) => ({ attemptId: attempt.id, submission })),
  );
  const choices = submissions
    .toSorted((a, b) => b.submission.at - a.submission.at)
    .map(
      ({ attemptId, submission }): Choice => ({
        id: `${submission.session}/${submission.runId}`,
        label: labelOf(submission),
        code: async () => codeOfRun(await log.history(attemptId), submission),
      }),
    );
  return reference === null || choices.length === 0
    ? choices
    : [...choices, { id: 'reference', label: 'An accepted solution', code: reference }];
}

function labelOf({ at, verdict, passed, total }: SubmissionSummary): string {
  return `${formatTime(at)}, ${verdict ?? 'not finished'}, ${passed} of ${total}`;
}
