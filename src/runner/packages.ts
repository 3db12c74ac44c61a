/**
 * The Python packages that candidates may import: fetched only when their code does. A package of Pyodide's lock file
 * becomes one of them with a line here.
 */

/** Name in an `import` to name in Pyodide's lock file. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['numpy', 'numpy'],
  ['sortedcontainers', 'sortedcontainers'],
  ['typing_extensions', 'typing-extensions'],
  // The standard library's own, but where the system has no time zones it looks for them in this package.
  ['zoneinfo', 'tzdata'],
  ['tzdata', 'tzdata'],
]);

/** Where the wheels come from that are not served beside the app. */
export const PACKAGES_HOST = 'cdn.jsdelivr.net';

/**
 * The packages that Python source imports, by their names in Pyodide's lock file, sorted. Read from the text: an import
 * inside a string counts too, which costs a load and nothing else.
 */
export function importedPackages(source: string): string[] {
  const text = source.replace(/\\\r?\n/g, ' ');
  const modules = new Set<string>();
  for (const [, names = ''] of text.matchAll(/(?:^|[;:])[ \t]*import[ \t]+([^;#\n]+)/gm)) {
    for (const name of names.split(',')) modules.add(rootOf(name));
  }
  for (const [, name = ''] of text.matchAll(/(?:^|[;:])[ \t]*from[ \t]+([\w.]+)[ \t]+import\b/gm))
    modules.add(rootOf(name));
  for (const [, name = ''] of text.matchAll(/\b(?:__import__|import_module)\(\s*['"]([\w.]+)['"]/g))
    modules.add(rootOf(name));
  const packages = [...modules].flatMap((module) => PACKAGES.get(module) ?? []);
  return [...new Set(packages)].sort();
}

/** The module that importing a package makes ready: what Python spends on it, it has then spent before the first run. */
export function moduleOf(packageName: string): string {
  for (const [module, name] of PACKAGES) if (name === packageName) return module;
  return packageName;
}

/** For each module whose package an interpreter does not hold, the sentence that `import` fails with. */
export function absentModules(asked: readonly string[], missing: readonly string[]): Record<string, string> {
  const absent = [...PACKAGES].filter(([, name]) => !asked.includes(name) || missing.includes(name));
  return Object.fromEntries(
    absent.map(([module, name]) => [
      module,
      missing.includes(name)
        ? `${module} is not part of this installation and could not be fetched from ${PACKAGES_HOST}: connect to the internet and run again.`
        : `${module} is loaded only for code that says so: write "import ${module}" at the top of the file.`,
    ]),
  );
}

/** `pandas` of `pandas.api as pd`. */
function rootOf(name: string): string {
  return /^\s*(\w*)/.exec(name)?.[1] ?? '';
}
