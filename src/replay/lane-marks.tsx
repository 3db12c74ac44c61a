import { CircleCheck, CircleX, Eye, Flag, Lightbulb, MessageSquare, SquareCheck } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { PHASE_NAMES } from '#domain/phase.ts';
import type { TimedRun } from '#domain/timeline.ts';
import { formatClock } from '#ui/format.ts';
import { type MarkStatus, verdictTone } from '#ui/verdict-mark.tsx';
import { CaseBand } from './case-band.tsx';
import { useBreakState, useReplay, useReplayState } from './context.ts';
import { type Moment, momentsOf, runInWords } from './moments.ts';

interface LaneMarksProps {
  readonly whole: number;
  readonly titles: ReadonlyMap<string, string>;
}

/** Phases, runs and marks below the drawing. For the eye and the pointer: the list of moments says the same in words. */
export const LaneMarks = memo(function LaneMarks({ whole, titles }: LaneMarksProps) {
  const { timeline } = useReplay();
  const { durationMs } = timeline;
  const reflections = useReplayState((state) => state.reflections);
  const focused = useReplayState((state) => state.focusedCase);
  const breaks = useBreakState((state) => state);
  const at = (t: number) => (durationMs === 0 ? 0 : (t / durationMs) * whole);
  const band = breaks.cases.find(({ name }) => name === focused);
  const marks = momentsOf(timeline, reflections, breaks, titles).filter(
    ({ kind }) => kind !== 'run' && kind !== 'phase' && kind !== 'gap' && kind !== 'recording',
  );
  return (
    <div className="lane-marks" aria-hidden>
      {timeline.axis.gaps.map(({ t }) => (
        <span key={t} className="lane-marks__gap" style={{ left: at(t) }} />
      ))}
      {timeline.phases.length > 0 && (
        <div className="lane-marks__phases">
          {timeline.phases.map(({ phase, from, to }) => (
            <span
              key={from}
              className={`lane-marks__phase lane-marks__phase--${phase}`}
              style={{ left: at(from), width: Math.max(1, at(to) - at(from) - 1) }}
              title={`${PHASE_NAMES[phase]}: ${formatClock(from)} to ${formatClock(to)}`}
            >
              <span className="lane-marks__phase-name">{PHASE_NAMES[phase]}</span>
            </span>
          ))}
        </div>
      )}
      <div className="lane-marks__runs">
        {timeline.runs.map((run, i) => {
          const room = at(timeline.runs[i + 1]?.from ?? durationMs) - at(run.from);
          return <RunMark key={run.key} run={run} number={i + 1} left={at(run.from)} room={room} />;
        })}
      </div>
      <div className="lane-marks__points">
        {marks.map((moment) => (
          <span
            key={moment.id}
            className={`lane-marks__point lane-marks__point--${moment.id.startsWith('fixed') ? 'mended' : moment.kind}`}
            style={{ left: at(moment.t) }}
            data-t={moment.t}
            title={`${formatClock(moment.t)} ${moment.text}`}
          >
            {glyphOf(moment)}
          </span>
        ))}
      </div>
      {band !== undefined && (
        <div className="lane-marks__band">
          <CaseBand history={band} />
        </div>
      )}
    </div>
  );
});

function glyphOf({ kind, id }: Moment): ReactNode {
  const size = { size: 13 };
  if (kind === 'hint') return <Lightbulb {...size} />;
  if (kind === 'tick') return <SquareCheck {...size} />;
  if (kind === 'comment') return <MessageSquare {...size} />;
  if (kind === 'turn') return id.startsWith('fixed') ? <CircleCheck {...size} /> : <CircleX {...size} />;
  return id.startsWith('mark') ? <Eye {...size} /> : <Flag {...size} />;
}

interface RunMarkProps {
  readonly run: TimedRun;
  readonly number: number;
  readonly left: number;
  /** Pixels up to the next run. */
  readonly room: number;
}

/** Pixels of one case in the strip of a run. */
const STRIP_STEP = 4;

/** Where it began, and a bar for each case as far as there is room: low where it passed, high where it failed. */
function RunMark({ run, number, left, room }: RunMarkProps) {
  const status: MarkStatus = run.verdict === null || run.verdict === 'stopped' ? 'not run' : run.verdict;
  const fitting = Math.max(0, Math.floor((Math.min(room, 240) - 8) / STRIP_STEP));
  return (
    <span
      className={`lane-marks__run tone--${verdictTone(status)}`}
      style={{ left }}
      data-t={run.to}
      title={`${formatClock(run.from)} ${runInWords(run, number)}`}
    >
      <span className="lane-marks__run-start" data-kind={run.kind} data-passed={run.verdict === 'Accepted'} />
      {run.results.slice(0, fitting).map(({ index, verdict }) => (
        <span
          key={index}
          className={`lane-marks__case tone--${verdictTone(verdict)}`}
          data-passed={verdict === 'Accepted'}
        />
      ))}
    </span>
  );
}
