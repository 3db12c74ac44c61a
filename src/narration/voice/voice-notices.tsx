import './voice.css';
import { X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { nudgeText } from './nudge.ts';
import type { Voice } from './voice.ts';
import { useTranscriptState, useVoiceState, VoiceContext } from './voice-context.ts';

const MUTED = 'The microphone is muted by the system: nothing is recorded until it is on again.';
const SOUNDLESS = 'No sound has come from the microphone yet. Is it switched on, and the right one chosen?';

/** What the voice has to say, below the session bar: what went wrong, and a reminder after a long silence. */
export function VoiceNotices({ voice }: { readonly voice: Voice }) {
  return (
    <VoiceContext value={voice}>
      <Problem voice={voice} />
      <Nudge voice={voice} />
      <Caption />
    </VoiceContext>
  );
}

function Problem({ voice }: { readonly voice: Voice }) {
  const problem = useVoiceState((state) => state.problem);
  const trouble = useVoiceState(({ mode }) => {
    if (mode.kind !== 'recording') return null;
    return mode.muted ? MUTED : mode.soundless ? SOUNDLESS : null;
  });
  if (problem === null && trouble === null) return null;
  return (
    <div className="session-notice voice-notice" role="alert">
      <span>{problem ?? trouble}</span>
      {problem !== null && <Dismiss onClick={voice.forgetProblem} />}
    </div>
  );
}

function Nudge({ voice }: { readonly voice: Voice }) {
  const nudge = useVoiceState((state) => state.nudge);
  if (nudge === null) return null;
  return (
    <div className="voice-nudge" role="status">
      <span>{nudgeText(nudge)}</span>
      <Dismiss onClick={voice.forgetNudge} />
    </div>
  );
}

/** The last words of the live transcript. */
function Caption() {
  const words = useTranscriptState(({ interim, lines }) => interim || (lines.at(-1)?.text ?? ''));
  const recording = useVoiceState(({ mode }) => mode.kind === 'recording');
  const on = useTranscriptState((state) => state.choice !== 'off');
  const problem = useTranscriptState((state) => state.problem);
  if (!recording || !on) return null;
  return (
    <p className="voice-caption" data-failed={problem !== null}>
      <span>{problem ?? (words === '' ? 'The transcript begins when you speak.' : words)}</span>
    </p>
  );
}

function Dismiss({ onClick }: { readonly onClick: () => void }) {
  return <Button tone="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss" onClick={onClick} />;
}
