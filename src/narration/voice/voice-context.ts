import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { TranscriptState } from './transcript.ts';
import type { Voice, VoiceState } from './voice.ts';

export const VoiceContext = createContext<Voice | null>(null);

export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (voice === null) throw new Error('A part of the voice was rendered outside of it.');
  return voice;
}

export function useVoiceState<T>(selector: (state: VoiceState) => T): T {
  return useStore(useVoice().store, selector);
}

export function useTranscriptState<T>(selector: (state: TranscriptState) => T): T {
  return useStore(useVoice().transcript.store, selector);
}
