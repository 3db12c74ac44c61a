import type { Case, ComparisonRule, Problem } from '#domain/problem.ts';

const MODULES = ['math', 'random', 'itertools'];
const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The judged call as one would type it: `auc([(0.5, 1)])`. */
export function callOf(problem: Problem, args: string): string {
  return `${problem.entry}(${args})`;
}

/** A case as a snippet that can be pasted under the candidate's function: fails there when it fails here. */
export function caseAsPython(problem: Problem, item: Case): string {
  const { entry } = problem;
  const body: string[] = [`# ${item.edge}: ${item.name}`];
  for (const earlier of item.earlier) body.push(callOf(problem, earlier));
  if (item.unchanged) {
    body.push(`arguments = (${withTrailingComma(item.args)})`, 'before = copy.deepcopy(arguments)');
    body.push(...assertions(`${entry}(*arguments)`, item, problem.comparison));
    body.push('assert arguments == before, "the arguments were changed"');
  } else {
    body.push(...assertions(callOf(problem, item.args), item, problem.comparison));
  }
  const text = body.join('\n');
  const used = [...MODULES, 'copy'].filter((name) => new RegExp(`\\b${name}\\.`).test(text));
  return `${used.map((name) => `import ${name}\n`).join('')}${text}\n`;
}

function assertions(call: string, item: Case, rule: ComparisonRule): readonly string[] {
  const { expectation } = item;
  if (expectation.kind === 'reference') return [`print(${call})  # the expected value is too large to write down`];
  if (expectation.kind === 'raises') {
    return [
      'try:',
      `    ${call}`,
      `except ${expectation.exception}:`,
      '    pass',
      'else:',
      `    raise AssertionError("${expectation.exception} was not raised")`,
    ];
  }
  const { source } = expectation;
  if (rule.rule === 'exact') return [`assert ${call} == ${source}`];
  if (rule.rule === 'float' && NUMBER.test(source)) {
    return [`assert math.isclose(${call}, ${source}, rel_tol=${rule.rel}, abs_tol=${rule.abs})`];
  }
  return [`print(${call})`, `print(${source})  # expected, up to the problem's comparison rule`];
}

function withTrailingComma(args: string): string {
  return args.trim() === '' || args.trimEnd().endsWith(',') ? args : `${args},`;
}
