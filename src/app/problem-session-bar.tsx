import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AttemptEvent } from '#domain/attempt.ts';
import type { AttemptControls } from '#narration/clock-menu.tsx';
import { SessionBar } from '#narration/session-bar.tsx';
import { VoiceControls } from '#narration/voice/voice-controls.tsx';
import { VoiceNotices } from '#narration/voice/voice-notices.tsx';
import { problemPath } from './commands.ts';
import type { OpenProblem } from './open-problem.ts';
import { useServices } from './services.ts';

interface ProblemSessionBarProps {
  readonly opened: OpenProblem;
  /** Opens the problem again: its attempt goes on, or another begins. */
  readonly reopen: () => void;
}

/** The session bar of a problem, and what ending its attempt means for the rest of the page. */
export function ProblemSessionBar({ opened, reopen }: ProblemSessionBarProps) {
  const { preferences } = useServices();
  const { session, workbench, clock, voice } = opened;
  const access = useSyncExternalStore(session.subscribeAccess, session.access);
  const solved = useStore(workbench.store, (state) => state.solved);
  const attempt: AttemptControls = {
    solved,
    hasWork: () => hasWork(opened),
    async startAnew() {
      clock.end(solved ? 'solved' : 'new-attempt');
      await session.close();
      reopen();
    },
    finish: () => clock.end('solved'),
    giveUp() {
      clock.end('given-up');
      workbench.showEditorial();
      workbench.showTab('editorial');
    },
  };
  const links = [
    { label: 'Replay this attempt', href: `#/attempts/${encodeURIComponent(session.attemptId)}` },
    { label: 'History of this problem', href: `#${problemPath(workbench.problem.id)}/history` },
  ];
  const readOnly = access.kind !== 'writing';
  return (
    <>
      <SessionBar clock={clock} preferences={preferences} attempt={attempt} readOnly={readOnly} links={links}>
        <VoiceControls voice={voice} readOnly={readOnly} />
      </SessionBar>
      <VoiceNotices voice={voice} />
    </>
  );
}

const LEAVES_SOMETHING: ReadonlySet<AttemptEvent['type']> = new Set([
  'ran',
  'submitted',
  'hint-shown',
  'predicted',
  'recording-started',
]);

function hasWork({ session, workbench, clock }: OpenProblem): boolean {
  return (
    workbench.store.getState().code !== workbench.problem.starter ||
    clock.store.getState().clock !== null ||
    session.events.some(({ type }) => LEAVES_SOMETHING.has(type))
  );
}
