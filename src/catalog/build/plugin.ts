import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type BuiltCatalog, buildCatalog, summarise } from './build-catalog.ts';

const CATALOG = 'virtual:catalog';
const CHECKERS = 'virtual:checkers';

/**
 * A Vite plugin that provides the problems as virtual modules, typed in `../virtual.d.ts`: `virtual:catalog` with the
 * list, and each problem, each checker and the wrong solutions of each problem in chunks of their own. Other submissions are
 * left out, but for the reference. A broken problem folder fails the build; in development an edit below `problemsDir`
 * reloads the page.
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
      const { problems, wrongSolutions } = await catalog();
      const wrong = problems.find((one) => id === `\0${wrongModule(one.id)}`);
      if (wrong !== undefined) return `export const solutions = ${JSON.stringify(wrongSolutions.get(wrong.id) ?? [])};`;
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

/** No problem's id holds a slash, so the two cannot be mistaken for each other. */
const wrongModule = (id: string): string => `${CATALOG}/${id}/wrong`;

function listModule({ problems, edgeClasses, plans, rubric }: BuiltCatalog): string {
  const loaders = (module: (id: string) => string): string =>
    problems.map(({ id }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(module(id))}),`).join('\n');
  return [
    `export const problems = ${JSON.stringify(problems.map(summarise))};`,
    `export const edgeClasses = ${JSON.stringify(edgeClasses)};`,
    `export const plans = ${JSON.stringify(plans)};`,
    `export const rubric = ${JSON.stringify(rubric)};`,
    `const loaders = {\n${loaders((id) => `${CATALOG}/${id}`)}\n};`,
    `const wrongLoaders = {\n${loaders(wrongModule)}\n};`,
    'function loaderOf(all, id) {',
    '  if (!Object.hasOwn(all, id)) throw new Error("There is no problem " + JSON.stringify(id) + ".");',
    '  return all[id];',
    '}',
    'export const loadProblem = async (id) => (await loaderOf(loaders, id)()).problem;',
    'export const loadWrongSolutions = async (id) => (await loaderOf(wrongLoaders, id)()).solutions;',
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
