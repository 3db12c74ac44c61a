import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useState } from 'react';
import { SpeechFiguresView } from './figures-view.tsx';
import { listMicrophones, type Microphone } from './microphone.ts';
import { NUDGE_LENGTHS } from './nudge.ts';
import { TranscriptSettings } from './transcript-settings.tsx';
import { useVoice, useVoiceState } from './voice-context.ts';

/** Microphone, reminder, transcript, and how much was spoken so far. */
export function VoiceMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className="button button--quiet button--icon" aria-label="Voice settings and figures">
        <ChevronDown size={15} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover voice-menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Voice"
        >
          <SpeechFiguresView />
          <MicrophoneChoice />
          <NudgeChoice />
          <TranscriptSettings />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function MicrophoneChoice() {
  const { set } = useVoice();
  const chosen = useVoiceState(({ settings }) => settings.microphone);
  const microphones = useMicrophones();
  const id = useId();
  const known = chosen === '' || microphones.some(({ deviceId }) => deviceId === chosen);
  return (
    <div className="voice-menu__row">
      <label htmlFor={id}>Microphone</label>
      <select id={id} value={chosen} onChange={(event) => set({ microphone: event.target.value })}>
        <option value="">The system’s choice</option>
        {!known && <option value={chosen}>The one of last time (not plugged in)</option>}
        {microphones.map(({ deviceId, label }) => (
          <option key={deviceId} value={deviceId}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function useMicrophones(): readonly Microphone[] {
  const [microphones, setMicrophones] = useState<readonly Microphone[]>([]);
  useEffect(() => {
    let gone = false;
    const look = () => void listMicrophones().then((found) => !gone && setMicrophones(found));
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', look);
    };
  }, []);
  return microphones;
}

function NudgeChoice() {
  const { set } = useVoice();
  const nudgeMs = useVoiceState(({ settings }) => settings.nudgeMs);
  const id = useId();
  return (
    <div className="voice-menu__row">
      <label htmlFor={id}>Remind me while coding</label>
      <select id={id} value={nudgeMs} onChange={(event) => set({ nudgeMs: Number(event.target.value) })}>
        {NUDGE_LENGTHS.map((ms) => (
          <option key={ms} value={ms}>
            {ms === 0 ? 'Never' : `After ${ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`} of silence`}
          </option>
        ))}
      </select>
    </div>
  );
}
