import { useEffect, useId } from 'react';
import { Button } from '#ui/button.tsx';
import { useTranscriptState, useVoice } from './voice-context.ts';

/** The switch of the live transcript; where the browser has no speech recognition there is none. */
export function TranscriptSettings() {
  const { transcript } = useVoice();
  const place = useTranscriptState((state) => state.place);
  const choice = useTranscriptState((state) => state.choice);
  const step = useTranscriptState((state) => state.step);
  const problem = useTranscriptState((state) => state.problem);
  const id = useId();
  useEffect(() => void transcript.lookUp(), [transcript]);
  if (place === null || place === 'none') return null;
  const on = choice !== 'off';
  return (
    <div className="voice-menu__row">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={on || step === 'installing'}
          disabled={step === 'installing'}
          onChange={() => (on ? transcript.turnOff() : void transcript.turnOn())}
        />
        Live transcript
      </label>
      {step === 'asking' ? <CloudQuestion /> : <p className="voice-menu__note">{note(place, choice, step)}</p>}
      {problem !== null && (
        <p className="voice-menu__note" role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

function note(
  place: 'local' | 'downloadable' | 'cloud',
  choice: 'off' | 'local' | 'cloud',
  step: 'idle' | 'installing',
): string {
  if (step === 'installing') return 'The browser fetches your language, once.';
  if (choice === 'cloud') return 'While you record, the browser’s vendor turns your speech into text on its servers.';
  if (choice === 'local') return 'Written on this machine, while you record.';
  if (place === 'cloud') return 'This browser would send your speech to its vendor. You are asked first.';
  return 'Written on this machine, while you record.';
}

function CloudQuestion() {
  const { transcript } = useVoice();
  return (
    <div role="alert">
      <p className="voice-menu__note">
        For a transcript, this browser sends your speech to its vendor’s servers. The recording itself stays here. Allow
        that?
      </p>
      <div className="voice-consent__answers">
        <Button tone="quiet" onClick={() => transcript.allowCloud(false)} autoFocus>
          No
        </Button>
        <Button onClick={() => transcript.allowCloud(true)}>Allow</Button>
      </div>
    </div>
  );
}
