import { VerdictMark } from '#ui/verdict-mark.tsx';
import { useBreakState, usePlayerState, useReplay, useReplayState } from './context.ts';
import { momentsOf } from './moments.ts';
import { TimeLink } from './time-link.tsx';

/** Everything that the lanes draw, in words, in the order of time. */
export function MomentsPanel({ titles }: { readonly titles: ReadonlyMap<string, string> }) {
  const { timeline } = useReplay();
  const reflections = useReplayState((state) => state.reflections);
  const breaks = useBreakState((state) => state);
  const moments = momentsOf(timeline, reflections, breaks, titles);
  const current = usePlayerState(({ t }) => moments.findLastIndex((moment) => moment.t <= t));
  if (moments.length === 0) return <p className="quiet">Nothing but typing happened in this attempt.</p>;
  return (
    <ol className="moments" aria-label="Moments">
      {moments.map(({ id, t, kind, text, verdict }, i) => (
        <li
          key={id}
          className={`moments__item moments__item--${kind}`}
          aria-current={i === current ? 'time' : undefined}
        >
          <TimeLink t={t}>
            {verdict !== undefined && <VerdictMark status={verdict} />}
            <span>{text}</span>
          </TimeLink>
        </li>
      ))}
    </ol>
  );
}
