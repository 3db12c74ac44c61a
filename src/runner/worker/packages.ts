import type { PyodideAPI } from 'pyodide';
import { absentModules, moduleOf } from '../packages.ts';

/**
 * Loads packages into an interpreter and imports them, so that the candidate's own import costs nothing. Resolves to
 * those that could not be loaded; importing one fails with a sentence that says why.
 *
 * @param obtainable those of the packages whose wheels can be had, as far as is known
 */
export async function loadPackages(
  pyodide: PyodideAPI,
  packages: readonly string[],
  obtainable: readonly string[],
): Promise<string[]> {
  // One after the other, so that one that cannot be found does not take the others with it.
  const loaded: string[] = [];
  for (const name of obtainable) if (await loadPackage(pyodide, name)) loaded.push(name);
  const missing = packages.filter((name) => !loaded.includes(name));
  const sentences = pyodide.toPy(absentModules(packages, missing));
  const absence = pyodide.pyimport('edgewise.packages');
  absence.explain_absence(sentences);
  absence.destroy();
  sentences.destroy();
  return missing;
}

async function loadPackage(pyodide: PyodideAPI, name: string): Promise<boolean> {
  try {
    await pyodide.loadPackage(name, { messageCallback: () => undefined, errorCallback: (text) => console.warn(text) });
    pyodide.pyimport(moduleOf(name)).destroy();
    return true;
  } catch (error) {
    console.warn(`The Python package ${name} could not be loaded.`, error);
    return false;
  }
}
