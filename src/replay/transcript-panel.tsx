import { usePlayerState, useReplay } from './context.ts';
import { TimeLink } from './time-link.tsx';

/** What was said, where the browser wrote it down. */
export function TranscriptPanel() {
  const { timeline } = useReplay();
  const { transcript } = timeline;
  const current = usePlayerState(({ t }) => transcript.findLastIndex(({ from }) => from <= t));
  return (
    <ol className="transcript" aria-label="Transcript">
      {transcript.map(({ from, text }, i) => (
        <li key={`${from} ${text}`} aria-current={i === current ? 'time' : undefined}>
          <TimeLink t={from}>
            <span>{text}</span>
          </TimeLink>
        </li>
      ))}
    </ol>
  );
}
