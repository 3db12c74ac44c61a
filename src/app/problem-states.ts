import { useEffect, useState } from 'react';
import type { ProblemStates } from '#domain/plan.ts';
import { useLog } from './services.ts';

/** The states of the problems as the log tells them; null until it has been read. */
export function useProblemStates(): ProblemStates | null {
  const log = useLog();
  const [states, setStates] = useState<ProblemStates | null>(null);
  useEffect(() => {
    if (log === null) return;
    let gone = false;
    const refresh = () =>
      void log.states().then((next) => {
        if (!gone) setStates(next);
      });
    refresh();
    // Another tab may have solved something meanwhile.
    window.addEventListener('focus', refresh);
    return () => {
      gone = true;
      window.removeEventListener('focus', refresh);
    };
  }, [log]);
  return states;
}
