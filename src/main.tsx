import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { App, preloadWorkbench } from '#app/app.tsx';
import { ensureIsolation } from '#app/isolation.ts';
import { followTheme } from '#app/theme.ts';
import { edgeClasses, loadProblem, loadWrongSolutions, plans, problems, rubric } from '#catalog/catalog.ts';
import { createExplainer } from '#grading/explainer.ts';
import { createGrader } from '#grading/grade.ts';
import { createWorkerJudge } from '#grading/judge-browser.ts';
import { createCatcher } from '#grading/known-wrong.ts';
import { createReviewQueue } from '#review/queue.ts';
import { createBrowserRunner } from '#runner/browser.ts';
import { openAttemptLog } from '#storage/attempt-log.ts';
import { createPreferences } from '#storage/preferences.ts';
import type { Command } from '#ui/command.ts';

void ensureIsolation();

const preferences = createPreferences();
followTheme(preferences);

const runner = createBrowserRunner();
const log = openAttemptLog();
const judge = createWorkerJudge();
const services = {
  plans,
  catalog: { problems, edgeClasses, rubric, loadProblem, loadWrongSolutions },
  runner,
  grader: createGrader({ runner, judge }),
  explainer: createExplainer({ runner, judge }),
  catcher: createCatcher({ runner, judge }),
  log,
  review: createReviewQueue({ log }),
  preferences,
  commands: createStore<readonly Command[]>(() => []),
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
const page = createRoot(root);
// As a transition React renders in slices, so that not even the first render is one long task.
startTransition(() => page.render(<App services={services} />));

/** Whoever reads the list will soon solve: Python and the editor come down meanwhile. */
function prepareWhileIdle(): void {
  preloadWorkbench();
  runner.boot();
}
if ('requestIdleCallback' in window) requestIdleCallback(prepareWhileIdle, { timeout: 2000 });
else setTimeout(prepareWhileIdle, 500);
