import type { Outcome } from '#domain/outcome.ts';

/** So many cases must be ended by force, in the same way and with nothing else before them. */
const HOPELESS_AFTER = 3;

/**
 * Tells when a run is not worth going on with: code that never ends, or that kills Python, at whatever it is asked.
 * Waiting for the time limit of seventy cases would tell nobody anything new.
 */
export interface HopelessWatch {
  note(outcome: Outcome): void;
  /** What the cases that were not run get; null while there is hope. */
  outcomeOfRest(): Outcome | null;
}

export function watchForHopeless(onHopeless: () => void): HopelessWatch {
  let alike = 0;
  let last: Outcome | null = null;
  let hope = false;
  return {
    note(outcome) {
      if (hope || alike >= HOPELESS_AFTER) return;
      const forced = outcome.kind === 'time-limit' || outcome.kind === 'crashed';
      hope = !forced || (last !== null && last.kind !== outcome.kind);
      last = outcome;
      alike += 1;
      if (!hope && alike === HOPELESS_AFTER) onHopeless();
    },
    outcomeOfRest() {
      if (hope || alike < HOPELESS_AFTER || last === null) return null;
      const rest = { ms: 0, output: { stdout: '', stderr: '', dropped: 0 } };
      const note = `The first ${HOPELESS_AFTER} cases all ended like this, so the others were not run.`;
      if (last.kind === 'crashed') return { ...last, ...rest, message: `${last.message} ${note}` };
      if (last.kind === 'time-limit') return { ...last, ...rest, note };
      return null;
    },
  };
}
