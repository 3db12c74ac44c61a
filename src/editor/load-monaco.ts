/**
 * Loads Monaco a part at a time, each in a task of its own: evaluated in one go it would hold up the page for a fifth of a
 * second. Afterwards whatever imports Monaco finds it there.
 */
export async function loadMonaco(): Promise<void> {
  const parts = [
    () => import('monaco-editor/editor/editor.api.js'),
    () => import('./monaco-features.ts'),
    () => import('./monaco-setup.ts'),
  ];
  for (const load of parts) {
    await load();
    await nextTask();
  }
}

/** Lets whatever waits for the page go first: input above all. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
