import type { Command } from '#ui/command.ts';
import { VOICE_KEYS } from './keymap.ts';
import type { Voice } from './voice.ts';

/** What the command palette offers for the voice while a problem is open. */
export function voiceCommands(voice: Voice): readonly Command[] {
  return [{ id: 'record', title: 'Record your voice, or stop', chord: VOICE_KEYS.record, perform: voice.toggle }];
}
