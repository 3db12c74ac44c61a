/**
 * What one version of the code did with the case in question: passed it, failed it as was seen, or something else, as code does
 * that is being rewritten. Undefined: not known yet.
 */
export type Sample = 'pass' | 'fail' | 'other' | undefined;

/** Between two versions: the last that is known not to fail, null when there is none, and the first that fails, or passes. */
export interface Turn {
  readonly before: number | null;
  readonly after: number;
}

export type NextStep =
  | { readonly kind: 'probe'; readonly index: number }
  | { readonly kind: 'found'; readonly turn: Turn | null };

/** How many versions beyond a turn are tried, to see that it was the last before the failure. */
const CONFIRMATIONS = 2;

/** How many versions are tried in search of one that passes, where none is known to. */
const SEARCHES = 8;

/**
 * What to try next to find the edit after which `failing` failed; or the turn, once it is certain. Bisects between the last
 * version that passed before it and the first that then failed; where none passed, the turn leads from `before: null`, or
 * from code that did not work at all, to the first version known to fail.
 */
export function towardsBreak(samples: readonly Sample[], failing: number): NextStep {
  const passing = findBefore(samples, failing, 'pass');
  if (passing === null) {
    const searched = countKnown(samples, 0, failing);
    const gap = searched < SEARCHES ? widestGap(samples, 0, failing) : null;
    if (gap !== null) return { kind: 'probe', index: gap };
  }
  const floor = passing ?? findBefore(samples, findAfter(samples, -1, 'fail') ?? failing, 'other') ?? -1;
  const failed = findAfter(samples, floor, 'fail') ?? failing;
  const middle = middleUnknown(samples, floor, failed);
  if (middle !== null && (passing !== null || floor >= 0)) return { kind: 'probe', index: middle };
  for (let index = failed + 1; index <= Math.min(failed + CONFIRMATIONS, failing); index += 1) {
    if (samples[index] === undefined) return { kind: 'probe', index };
  }
  return { kind: 'found', turn: { before: floor < 0 ? null : floor, after: failed } };
}

/** The same for the edit that ended the failure; no turn when it was never ended. */
export function towardsFix(samples: readonly Sample[], failing: number): NextStep {
  const last = samples.length - 1;
  const passing = findAfter(samples, failing, 'pass');
  if (passing === null) {
    if (last > failing && samples[last] === undefined) return { kind: 'probe', index: last };
    // At the end it fails still, or nothing works: what was in between may yet have passed.
    const searched = countKnown(samples, failing + 1, samples.length);
    const gap = searched < SEARCHES ? widestGap(samples, failing + 1, samples.length) : null;
    return gap === null ? { kind: 'found', turn: null } : { kind: 'probe', index: gap };
  }
  const failed = findBefore(samples, passing, 'fail') ?? failing;
  const middle = middleUnknown(samples, failed, passing);
  if (middle !== null) return { kind: 'probe', index: middle };
  return { kind: 'found', turn: { before: failed, after: passing } };
}

function findBefore(samples: readonly Sample[], end: number, what: Sample): number | null {
  for (let index = end - 1; index >= 0; index -= 1) if (samples[index] === what) return index;
  return null;
}

function findAfter(samples: readonly Sample[], start: number, what: Sample): number | null {
  for (let index = start + 1; index < samples.length; index += 1) if (samples[index] === what) return index;
  return null;
}

function countKnown(samples: readonly Sample[], from: number, to: number): number {
  return samples.slice(from, to).filter((sample) => sample !== undefined).length;
}

/** The unknown version nearest to the middle between two known ones; null when none is left. */
function middleUnknown(samples: readonly Sample[], low: number, high: number): number | null {
  const middle = (low + high) / 2;
  let best: number | null = null;
  for (let index = low + 1; index < high; index += 1) {
    if (samples[index] !== undefined) continue;
    if (best === null || Math.abs(index - middle) < Math.abs(best - middle)) best = index;
  }
  return best;
}

/** The middle of the longest run of unknown versions in `[from, to)`; null when there is none. */
export function widestGap(samples: readonly Sample[], from: number, to: number): number | null {
  let best: { index: number; length: number } | null = null;
  let start = from;
  for (let index = from; index <= to; index += 1) {
    if (index < to && samples[index] === undefined) continue;
    const length = index - start;
    if (length > 0 && length > (best?.length ?? 0)) best = { index: start + ((length - 1) >> 1), length };
    start = index + 1;
  }
  return best?.index ?? null;
}
