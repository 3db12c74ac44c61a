import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type BuiltCatalog, buildCatalog, summarise } from './build-catalog.ts';

const CATALOG = 'virtual:catalog';
const CHECKERS = 'virtual:checkers';

/**
 * A Vite plugin that provides the problems as virtual modules, typed in `../virtual.d.ts`: `virtual:catalog` with the
 * list, and each problem and each checker in a chunk of its own. Submissions other than the reference are left out. A
 * broken problem folder fails the build; in development an edit below `problemsDir` reloads the page.
 */
export function catalogPlugin({ problemsDir }: { readonly problemsDir: string }): Plugin {
  const folder = resolve(problemsDir);
  let built: Promise<BuiltCatalog> | undefined;
  const catalog = (): Promise<BuiltCatalog> => {
    built ??= buildCatalog(folder);
    return built;
  };

  return {
    name: 'edgewise-catalog',
    buildStart() {
      built = undefined;
    },
    resolveId(id) {
      return id === CHECKERS || id === CATALOG || id.startsWith(`${CATALOG}/`) ? `\0${id}` : null;
    },
    async load(id) {
      if (id === `\0${CATALOG}`) return listModule(await catalog());
      if (id === `\0${CHECKERS}`) return checkersModule(await catalog());
      if (!id.startsWith(`\0${CATALOG}/`)) return null;
      const { problems } = await catalog();
      const problem = problems.find((one) => id === `\0${CATALOG}/${one.id}`);
      return problem === undefined ? null : `export const problem = ${JSON.stringify(problem)};`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder + sep)) return;
        built = undefined;
        for (const { moduleGraph, hot } of Object.values(server.environments)) {
          for (const [id, node] of moduleGraph.idToModuleMap) {
            if (id.startsWith(`\0${CATALOG}`) || id === `\0${CHECKERS}`) moduleGraph.invalidateModule(node);
          }
          hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}

function listModule({ problems, edgeClasses, plans }: BuiltCatalog): string {
  const loaders = problems.map(
    ({ id }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`${CATALOG}/${id}`)}),`,
  );
  return [
    `export const problems = ${JSON.stringify(problems.map(summarise))};`,
    `export const edgeClasses = ${JSON.stringify(edgeClasses)};`,
    `export const plans = ${JSON.stringify(plans)};`,
    `const loaders = {\n${loaders.join('\n')}\n};`,
    'export async function loadProblem(id) {',
    '  if (!Object.hasOwn(loaders, id)) throw new Error("There is no problem " + JSON.stringify(id) + ".");',
    '  return (await loaders[id]()).problem;',
    '}',
  ].join('\n');
}

function checkersModule({ checkers }: BuiltCatalog): string {
  const loaders = [...checkers].map(([id, path]) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(path)}),`);
  return [
    `const loaders = {\n${loaders.join('\n')}\n};`,
    'export async function loadChecker(id) {',
    '  return Object.hasOwn(loaders, id) ? (await loaders[id]()).check : undefined;',
    '}',
  ].join('\n');
}
