import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Grade } from '#domain/cards.ts';
import { reportText } from '#domain/case-report.ts';
import { CodeEditor } from '#editor/code-editor.tsx';
import type { EditorTheme } from '#editor/editor-host.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { LongText } from '#ui/long-text.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { GradeButtons } from './grade-buttons.tsx';
import { RUN_KEY } from './keymap.ts';
import { FixResults, Outcome } from './outcome.tsx';
import { gradeFor, type Material, type Review, type ReviewStep } from './review.ts';
import { formatDate } from './when.ts';

interface ReviewViewProps {
  readonly review: Review;
  readonly edgeText: string | undefined;
  readonly theme: EditorTheme;
  readonly fontSize: number;
  readonly pythonVersion: () => string;
  readonly onGraded: () => void;
  readonly onPutAway: () => void;
}

const NO_REPLACEMENT = { revision: 0, text: '' };
const NO_REQUEST = { revision: 0 };

/** One case gone over: said, seen, mended, graded. */
export function ReviewView(props: ReviewViewProps) {
  const { review, edgeText, theme, fontSize, pythonVersion, onGraded, onPutAway } = props;
  const { card } = review;
  const step = useStore(review.store, (state) => state.step);
  const grade = useCallback((value: Grade) => void review.grade(value).then(onGraded), [review, onGraded]);
  useShortcuts([{ chord: RUN_KEY, action: () => (step.kind === 'revealed' ? review.runFix() : review.reveal()) }]);
  useEffect(() => () => review.dispose(), [review]);

  if (step.kind === 'loading') return <p className="loading">Opening the case</p>;
  if (step.kind === 'unavailable') {
    return (
      <div className="message-page" role="alert">
        <h1>This card cannot be gone over</h1>
        <p>{step.message}</p>
        {step.gone && (
          <div>
            <Button tone="primary" onClick={onPutAway}>
              Put the card away
            </Button>
          </div>
        )}
      </div>
    );
  }
  const { material } = step;
  const { problem, item } = material;
  return (
    <div className="review">
      <section className="review__side" aria-label={`Case ${item.name}`}>
        <header className="review__head">
          <h1>
            <a href={`#/problems/${encodeURIComponent(problem.id)}`}>{problem.title}</a>
          </h1>
          <p className="quiet">
            <Chip>{card.edge}</Chip> {item.name}. {whose(material, card.failed.at)}
          </p>
        </header>
        {item.earlier.length > 0 && (
          <LongText
            label="Earlier calls"
            limit={300}
            text={item.earlier.map((args) => `${problem.entry}(${args})  # called before`).join('\n')}
          />
        )}
        <LongText label="Call" limit={500} text={`${problem.entry}(${item.args})`} />
        <AnswerFields review={review} open={step.kind === 'asked'} />
        {step.kind === 'revealed' ? (
          <Revealed review={review} step={step} edgeText={edgeText} onGrade={grade} />
        ) : (
          <RevealBar review={review} step={step} />
        )}
        <footer className="review__foot">
          <CopyButton
            label="This case is wrong: copy a report"
            text={() =>
              reportText({
                problem,
                item,
                result: step.kind === 'revealed' ? step.result : undefined,
                code: material.code,
                pythonVersion: pythonVersion(),
                browser: navigator.userAgent,
              })
            }
          />
          <Button tone="quiet" onClick={onPutAway}>
            Put the card away
          </Button>
        </footer>
      </section>
      <div className="review__editor">
        <CodeEditor
          initialText={material.code}
          label={`Python code for ${problem.title}`}
          theme={theme}
          fontSize={fontSize}
          readOnly={step.kind !== 'revealed'}
          onChange={(_, text) => review.edit(text)}
          replacement={NO_REPLACEMENT}
          request={NO_REQUEST}
          marker={null}
        />
      </div>
    </div>
  );
}

function whose({ codeIsOwn }: Material, at: number): string {
  return codeIsOwn
    ? `Your code of ${formatDate(at)} failed this case.`
    : `It failed on ${formatDate(at)}; the code of that day is lost, so here is the starter.`;
}

function AnswerFields({ review, open }: { readonly review: Review; readonly open: boolean }) {
  const { returns, why } = useStore(review.store, (state) => state.answer);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <div className="review__answer">
      <label>
        <span>What does your code return?</span>
        <input
          ref={first}
          type="text"
          className="review__input review__input--code"
          value={returns}
          readOnly={!open}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="A value, or the exception that it raises"
          onChange={(event) => review.say({ returns: event.target.value })}
        />
      </label>
      <label>
        <span>Why is that wrong?</span>
        <textarea
          className="review__input"
          rows={2}
          value={why}
          readOnly={!open}
          onChange={(event) => review.say({ why: event.target.value })}
        />
      </label>
    </div>
  );
}

function RevealBar({ review, step }: { readonly review: Review; readonly step: ReviewStep }) {
  const trouble = step.kind === 'asked' ? step.trouble : null;
  return (
    <div className="review__bar">
      {step.kind === 'revealing' ? (
        <>
          <Button onClick={review.stop}>Stop</Button>
          <span className="quiet" role="status">
            Running your code of that day
          </span>
        </>
      ) : (
        <Button tone="primary" chord={RUN_KEY} tip="Runs your code of that day on this case" onClick={review.reveal}>
          Run it and see
        </Button>
      )}
      {trouble !== null && <p role="alert">It could not be run: {trouble} Try again.</p>}
    </div>
  );
}

interface RevealedProps {
  readonly review: Review;
  readonly step: Extract<ReviewStep, { kind: 'revealed' }>;
  readonly edgeText: string | undefined;
  readonly onGrade: (grade: Grade) => void;
}

function Revealed({ review, step, edgeText, onGrade }: RevealedProps) {
  const { material, result, fix, fixed } = step;
  const right = useStore(review.store, (state) => state.right);
  const suggested = useStore(review.store, gradeFor);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <section className="review__part" aria-label="What it does">
        <h2 ref={heading} tabIndex={-1}>
          What it does
        </h2>
        <Outcome result={result} />
        <p>{material.item.why}</p>
        {edgeText !== undefined && (
          <p className="quiet">
            {review.card.edge}: {edgeText}
          </p>
        )}
        <label className="review__right">
          <input type="checkbox" checked={right} onChange={(event) => review.sayRight(event.target.checked)} />
          My answer was right
        </label>
      </section>
      <section className="review__part" aria-label="Mend it">
        <h2>Mend it</h2>
        <div className="review__bar">
          {fix.kind === 'running' ? (
            <Button onClick={review.stop}>Stop</Button>
          ) : (
            <Button
              tone="primary"
              chord={RUN_KEY}
              tip="Runs the case, others of its class and an ordinary one"
              onClick={review.runFix}
            >
              Run the case and its neighbours
            </Button>
          )}
          <span className="quiet" role="status">
            {fixStatus(step)}
          </span>
        </div>
        {(fix.kind === 'running' || fix.kind === 'graded') && <FixResults results={fix.results} />}
      </section>
      <section className="review__part" aria-label="Grade it">
        <h2>How well did it go?</h2>
        <GradeButtons card={review.card} suggested={suggested} focused={fixed} onGrade={onGrade} />
      </section>
    </>
  );
}

function fixStatus({ fix, fixed, material }: RevealedProps['step']): string {
  if (fix.kind === 'running') return `Running ${fix.results.length} of ${material.neighbours.length + 1}`;
  if (fix.kind === 'stopped') return 'Stopped';
  if (fix.kind === 'failed') return `It could not be run: ${fix.message} Try again.`;
  if (fix.kind === 'idle') return 'Change the code, then run it';
  return fixed ? 'Mended: all of them pass' : 'Not yet';
}
