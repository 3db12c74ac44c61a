import { rubricFor } from '#domain/rubric.ts';
import { createOwnInputs } from '#grading/own-input.ts';
import { type Clock, createClock } from '#narration/clock.ts';
import { createPredictions, type Predictions } from '#narration/predictions.ts';
import { createRubric, type Rubric } from '#narration/rubric.ts';
import { createVoice, type Voice } from '#narration/voice/voice.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import { createWorkbench, type Workbench } from '#workbench/store.ts';
import type { Services } from './services.ts';

/** One problem opened on this page: every part that follows or writes its attempt. */
export interface OpenProblem {
  readonly session: AttemptSession;
  readonly workbench: Workbench;
  readonly clock: Clock;
  readonly predictions: Predictions;
  readonly rubric: Rubric;
  readonly voice: Voice;
  dispose(): void;
}

/** Loads a problem, continues its attempt or starts one, and builds the parts around it. Rejects when it cannot be loaded. */
export async function openProblem(id: string, services: Services): Promise<OpenProblem> {
  const { catalog, runner, grader, explainer, catcher } = services;
  const problem = await catalog.loadProblem(id);
  const log = await services.log;
  const session = await log.open(id, problem.starter);
  const workbench = createWorkbench({ problem, grader, explainer, runner, session });
  const clock = createClock({ session });
  const predictions = createPredictions({
    problem,
    session,
    catcher,
    ownInputs: createOwnInputs({ runner }),
    loadWrongSolutions: () => catalog.loadWrongSolutions(id),
    history: () => log.history(session.attemptId),
  });
  const rubric = createRubric({
    session,
    items: rubricFor(catalog.rubric, problem.rubricPhrases),
    history: () => log.history(session.attemptId),
  });
  const voice = createVoice({
    session,
    audio: log.audio,
    preferences: services.preferences,
    history: () => log.history(session.attemptId),
  });
  return {
    session,
    workbench,
    clock,
    predictions,
    rubric,
    voice,
    dispose() {
      voice.dispose();
      rubric.dispose();
      predictions.dispose();
      clock.dispose();
      workbench.dispose();
    },
  };
}
