import { useEffect, useState } from 'react';
import { PHASE_NAMES, PHASES } from '#domain/phase.ts';
import type { SilenceActivity, SpeechFigures, SpeechShare } from '#domain/speech.ts';
import { formatClock } from '#ui/format.ts';
import { useVoice, useVoiceState } from './voice-context.ts';

const REFRESH_MS = 3000;

/** A phase that was only passed through says nothing. */
const WORTH_A_LINE_MS = 1000;

/** How much of the recorded time of this attempt was spoken, by phase, and the longest silence. */
export function SpeechFiguresView() {
  const figures = useFigures();
  if (figures === null) return null;
  const { longestSilence, byPhase } = figures;
  if (figures.share === null) {
    return <p className="voice-menu__note">Nothing is recorded in this attempt yet.</p>;
  }
  return (
    <section className="voice-figures" aria-label="Speaking in this attempt">
      <dl>
        <Share name="Speaking" share={figures} strong />
        {byPhase !== null &&
          PHASES.filter((phase) => byPhase[phase].recordedMs >= WORTH_A_LINE_MS).map((phase) => (
            <Share key={phase} name={PHASE_NAMES[phase]} share={byPhase[phase]} />
          ))}
        {longestSilence !== null && (
          <div className="voice-figures__row">
            <dt>Longest silence</dt>
            <dd>
              {formatClock(longestSilence.to - longestSilence.from)}, {DURING[longestSilence.during]}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

const DURING: Readonly<Record<SilenceActivity, string>> = {
  typing: 'while typing',
  running: 'while the code ran',
  reading: 'while reading',
};

function Share({
  name,
  share,
  strong,
}: {
  readonly name: string;
  readonly share: SpeechShare;
  readonly strong?: true;
}) {
  const percent = Math.round((share.share ?? 0) * 100);
  return (
    <div className="voice-figures__row" data-strong={strong}>
      <dt>{name}</dt>
      <dd>
        <span className="voice-figures__bar" aria-hidden>
          <span style={{ width: `${percent}%` }} />
        </span>
        <span className="voice-figures__number">
          {percent}% of {formatClock(share.recordedMs)}
        </span>
      </dd>
    </div>
  );
}

function useFigures(): SpeechFigures | null {
  const voice = useVoice();
  const kind = useVoiceState(({ mode }) => mode.kind);
  const [figures, setFigures] = useState<SpeechFigures | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () => void voice.figures().then((found) => !gone && setFigures(found));
    look();
    const timer = kind === 'recording' ? setInterval(look, REFRESH_MS) : undefined;
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [voice, kind]);
  return figures;
}
