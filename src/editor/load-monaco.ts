import { nextTask } from './next-task.ts';

let loading: Promise<void> | null = null;

/**
 * Loads Monaco a part at a time, each in a task of its own: evaluated in one go it would hold up the page for a fifth of a
 * second. Afterwards whatever imports Monaco finds it there. Done once for all editors; tried again after a failure.
 */
export function loadMonaco(): Promise<void> {
  loading ??= loadParts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadParts(): Promise<void> {
  const parts = [
    // These three are in the next one too: only their order in time is changed.
    () => import('monaco-editor/editor/common/model/textModel.js'),
    () => import('monaco-editor/editor/browser/view.js'),
    () => import('monaco-editor/editor/standalone/browser/standaloneServices.js'),
    () => import('monaco-editor/editor/editor.api.js'),
    () => import('./monaco-features.ts'),
  ];
  for (const load of parts) {
    await load();
    await nextTask();
  }
  for (const step of (await import('./monaco-setup.ts')).setUpSteps) {
    await nextTask();
    step();
  }
}
