import './voice.css';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { VOICE_KEYS } from './keymap.ts';
import { LevelMeter } from './level-meter.tsx';
import { RecordButton } from './record-button.tsx';
import type { Voice } from './voice.ts';
import { useVoiceState, VoiceContext } from './voice-context.ts';
import { VoiceMenu } from './voice-menu.tsx';

interface VoiceControlsProps {
  readonly voice: Voice;
  /** Another tab keeps the attempt: its keys are not for this page. */
  readonly readOnly: boolean;
}

/** The voice's part of the session bar: record, how loud it is, what is heard, settings and figures. */
export function VoiceControls({ voice, readOnly }: VoiceControlsProps) {
  return (
    <VoiceContext value={voice}>
      {!readOnly && <VoiceShortcut voice={voice} />}
      <div className="voice">
        <Heard />
        <RecordButton />
        <VoiceMenu />
      </div>
    </VoiceContext>
  );
}

function VoiceShortcut({ voice }: { readonly voice: Voice }) {
  useShortcuts([{ chord: VOICE_KEYS.record, action: voice.toggle }]);
  return null;
}

const HEARD = {
  loading: 'Listening for speech: loading',
  failed: 'Not listening for speech',
  speech: 'Speaking',
  silence: 'Silence',
} as const;

function Heard() {
  const what = useVoiceState(({ mode }) => {
    if (mode.kind !== 'recording') return null;
    if (mode.listener !== 'listening') return mode.listener;
    return mode.silentSince === null ? 'speech' : 'silence';
  });
  if (what === null) return null;
  return (
    <>
      <span className="voice__heard" data-heard={what}>
        {HEARD[what]}
      </span>
      <LevelMeter />
    </>
  );
}
