import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import type { Problem } from '#domain/problem.ts';
import { type Comment, quietSpans, type Reflections, reflectionsOf, type Timeline } from '#domain/timeline.ts';
import type { Grader } from '#grading/grader.ts';
import type { AttemptLog, AttemptRow } from '#storage/attempt-log.ts';
import { randomId } from '#storage/random-id.ts';
import { createPlayer, type Player, type PlayerCollaborators } from './player.ts';
import type { RecordedVoice } from './voice.ts';
import { createWhenDidItBreak, type WhenDidItBreak } from './when-did-it-break.ts';

export type ReplayTab = 'moments' | 'cases' | 'comments' | 'rubric' | 'transcript';

export interface ReplayState {
  readonly tab: ReplayTab;
  readonly reflections: Reflections;
  /** The comment that was removed last, as long as it can be brought back. */
  readonly removedComment: Comment | null;
  /** The case whose band lies below the lanes. */
  readonly focusedCase: string | null;
}

export interface ReplayCollaborators {
  readonly attempt: AttemptRow;
  readonly problem: Problem;
  readonly log: AttemptLog;
  readonly grader: Grader;
  readonly events: readonly AttemptEvent[];
  readonly timeline: Timeline;
  readonly voice: RecordedVoice;
  readonly nextFrame: PlayerCollaborators['nextFrame'];
}

/** An attempt that is gone over again. Nothing in it runs by itself, and nothing in it changes what happened. */
export interface Replay {
  readonly attempt: AttemptRow;
  readonly problem: Problem;
  readonly timeline: Timeline;
  readonly voice: RecordedVoice;
  readonly player: Player;
  readonly breaks: WhenDidItBreak;
  readonly store: StoreApi<ReplayState>;
  /** The code at the present position. */
  codeHere(): string;
  /** Goes to the next or previous run or phase. */
  goToLandmark(step: 1 | -1): void;
  showTab(tab: ReplayTab): void;
  focusCase(name: string | null): void;
  /** Says something about the present position. */
  comment(text: string): void;
  removeComment(comment: Comment): void;
  undoRemoval(): void;
  forgetRemoval(): void;
  /** Ticks a rubric item as done at the present position, or takes the tick away. */
  tick(item: string, ticked: boolean): void;
  dispose(): void;
}

/** Stretches of this length without speech, typing or runs can be jumped over. */
const QUIET_MS = 3000;

/** A landmark this close before the present position is where one is. */
const HERE_MS = 700;

export function createReplay(collaborators: ReplayCollaborators): Replay {
  const { attempt, problem, log, grader, timeline, voice, nextFrame } = collaborators;
  const { axis, durationMs } = timeline;
  const player = createPlayer({ durationMs, voice, quiet: quietSpans(timeline, QUIET_MS), nextFrame });
  const breaks = createWhenDidItBreak({ problem, grader, events: collaborators.events, timeline });
  // A run is gone to where its verdict is known.
  const landmarks = [...timeline.runs.map(({ to }) => to), ...timeline.phases.map(({ from }) => from)].sort(
    (a, b) => a - b,
  );
  let events = collaborators.events;
  const store = createStore<ReplayState>(() => ({
    tab: 'moments',
    reflections: reflectionsOf(events, axis),
    removedComment: null,
    focusedCase: null,
  }));
  const here = () => player.store.getState().t;

  const annotate = (entry: AttemptEntry): void => {
    events = [...events, { ...entry, ...axis.momentAt(here()) }];
    store.setState({ reflections: reflectionsOf(events, axis) });
    void log.annotate(attempt.id, entry);
  };

  return {
    attempt,
    problem,
    timeline,
    voice,
    player,
    breaks,
    store,
    codeHere: () => timeline.text.textAt(axis.positionAt(here())) ?? problem.starter,
    goToLandmark(step) {
      const t = here();
      const target =
        step === 1 ? landmarks.find((mark) => mark > t + 1) : landmarks.findLast((mark) => mark < t - HERE_MS);
      player.seek(target ?? (step === 1 ? durationMs : 0));
    },
    showTab: (tab) => store.setState({ tab }),
    focusCase: (focusedCase) => store.setState({ focusedCase, ...(focusedCase !== null && { tab: 'cases' }) }),
    comment(text) {
      annotate({
        type: 'commented',
        commentId: randomId(),
        about: axis.momentAt(here()).at,
        text,
      });
    },
    removeComment(comment) {
      annotate({ type: 'comment-removed', commentId: comment.commentId });
      store.setState({ removedComment: comment });
    },
    undoRemoval() {
      const { removedComment } = store.getState();
      if (removedComment === null) return;
      const { commentId, about, text } = removedComment;
      annotate({ type: 'commented', commentId, about, text });
      store.setState({ removedComment: null });
    },
    forgetRemoval: () => store.setState({ removedComment: null }),
    tick(item, ticked) {
      if (ticked) annotate({ type: 'rubric-ticked', item, about: axis.momentAt(here()).at });
      else annotate({ type: 'rubric-unticked', item });
    },
    dispose() {
      player.dispose();
      breaks.dispose();
      voice.dispose();
    },
  };
}
