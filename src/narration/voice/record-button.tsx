import { Mic, Pause, Square } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { VOICE_KEYS } from './keymap.ts';
import { useVoice, useVoiceState } from './voice-context.ts';

/** The button that records and stops; before the first recording it says what becomes of the voice. */
export function RecordButton() {
  const { cancel } = useVoice();
  const kind = useVoiceState(({ mode }) => mode.kind);
  // Opened by a key, the popover has no trigger to give the focus back to.
  const before = useRef<HTMLElement | null>(null);
  return (
    <Popover.Root open={kind === 'explaining'} onOpenChange={(open) => !open && cancel()}>
      <Popover.Anchor asChild>
        <span>{BUTTONS[kind]}</span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="popover voice-consent"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Record your voice"
          onOpenAutoFocus={() => {
            before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            before.current?.focus();
          }}
        >
          <Consent />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const BUTTONS: Readonly<Record<'off' | 'explaining' | 'starting' | 'recording' | 'paused', ReactNode>> = {
  off: <Off />,
  explaining: <Off />,
  starting: (
    <Button tone="quiet" icon={<Mic size={15} aria-hidden />} disabled>
      Starting
    </Button>
  ),
  recording: <Recording />,
  paused: <Paused />,
};

function Off() {
  const { toggle } = useVoice();
  return (
    <Button
      tone="quiet"
      icon={<Mic size={15} aria-hidden />}
      tip="Record your voice"
      chord={VOICE_KEYS.record}
      onClick={toggle}
    >
      Record
    </Button>
  );
}

function Recording() {
  const { toggle } = useVoice();
  const time = useVoiceState(({ mode, now }) => (mode.kind === 'recording' ? formatClock(now - mode.startedAt) : ''));
  return (
    <Button
      className="voice__stop"
      icon={<Square size={11} fill="currentColor" aria-hidden />}
      tip="Stop recording"
      chord={VOICE_KEYS.record}
      aria-label="Stop recording"
      onClick={toggle}
    >
      <span className="voice__rec">REC </span>
      {time}
    </Button>
  );
}

function Paused() {
  const { toggle } = useVoice();
  return (
    <Button
      tone="quiet"
      icon={<Pause size={13} aria-hidden />}
      tip="Recording goes on with the clock. Press to leave it off."
      onClick={toggle}
    >
      Recording paused
    </Button>
  );
}

function Consent() {
  const { confirm, cancel } = useVoice();
  return (
    <>
      <p className="voice-consent__text">
        Your voice is recorded with this attempt and stays on this machine: it is sent nowhere. The browser asks for the
        microphone next.
      </p>
      <div className="voice-consent__answers">
        <Button tone="quiet" onClick={cancel}>
          Not now
        </Button>
        <Button tone="primary" onClick={confirm} autoFocus>
          Record
        </Button>
      </div>
    </>
  );
}
