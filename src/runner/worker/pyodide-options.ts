import type { PyodideAPI } from 'pyodide';
import { emptyGlobals } from './sandbox.ts';

const EXECUTABLE = '/usr/bin/python3';

/** How Pyodide is loaded: the same when a snapshot is made and when it is restored, or the two would not fit. */
export function pyodideOptions(
  indexUrl: string,
  pythonFiles: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    indexURL: indexUrl,
    jsglobals: emptyGlobals(),
    // A fixed seed: the order of a set is the same at every run.
    env: { HOME: '/home/candidate', PYTHONHASHSEED: '0', _: EXECUTABLE },
    // Otherwise the path of whatever program made the snapshot would be in it.
    _sysExecutable: EXECUTABLE,
    fsInit: async (fs: PyodideAPI['FS'], { sitePackages }: { sitePackages: string }) => {
      for (const [path, content] of Object.entries(pythonFiles)) {
        const target = `${sitePackages}/${path}`;
        fs.mkdirTree(target.slice(0, target.lastIndexOf('/')));
        fs.writeFile(target, content);
      }
    },
  };
}
