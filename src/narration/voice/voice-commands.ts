import type { Chord } from '#ui/keys.ts';
import { VOICE_KEYS } from './keymap.ts';
import type { Voice } from './voice.ts';

export interface VoiceCommand {
  readonly id: string;
  readonly title: string;
  readonly chord?: Chord;
  readonly perform: () => void;
}

/** What the command palette offers for the voice while a problem is open. */
export function voiceCommands(voice: Voice): readonly VoiceCommand[] {
  return [{ id: 'record', title: 'Record your voice, or stop', chord: VOICE_KEYS.record, perform: voice.toggle }];
}
