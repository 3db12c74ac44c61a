/** Turns the files of one problem folder into a typed problem, or into sentences about what to mend. Pure. */
import type { Picture } from '#domain/picture.ts';
import type { Case, Expectation, Hint, Problem } from '#domain/problem.ts';
import { type EdgeNames, type Parsed, submissionKinds } from './package.ts';
import { findReference, parseSubmissions } from './parse-submissions.ts';
import { readYaml } from './read-yaml.ts';
import {
  casesSchema,
  edgeClassesSchema,
  equivalentMutantsSchema,
  problemSchema,
  type WrittenCase,
  type WrittenPicture,
} from './schema.ts';

export interface ParseContext {
  readonly edgeNames: EdgeNames;
  /** Ids of the items of `rubric.yaml`. */
  readonly rubricItems: ReadonlySet<string>;
  /** Markdown with maths to HTML; throws an Error whose message says what is wrong with the Markdown. */
  readonly renderMarkdown: (markdown: string) => string;
}

const requiredFiles = [
  'problem.yaml',
  'statement.md',
  'starter.py',
  'cases.yaml',
  'inputs.py',
  'hints.md',
  'editorial.md',
];
const optionalFiles = ['checker.ts', 'equivalent_mutants.yaml'];
const submissionPath = new RegExp(`^submissions/(${submissionKinds.join('|')})/[^/]+\\.py$`);

/**
 * Reads a problem folder.
 * @param id the folder's name
 * @param files path below the folder to content
 */
export function parsePackage(id: string, files: Readonly<Record<string, string>>, context: ParseContext): Parsed {
  const complaints: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    complaints.push('Name the folder in small letters with hyphens: it is the URL.');
  complaints.push(...checkFiles(files));
  const read = (file: string): string => files[file] ?? '';

  const settings = readYaml('problem.yaml', read('problem.yaml'), problemSchema);
  const written = readYaml('cases.yaml', read('cases.yaml'), casesSchema);
  const equivalent = readYaml(
    'equivalent_mutants.yaml',
    files['equivalent_mutants.yaml'] ?? '[]',
    equivalentMutantsSchema,
  );
  for (const part of [settings, written, equivalent]) if (part.kind === 'wrong') complaints.push(...part.complaints);

  const cases = written.kind === 'read' ? written.content.map((one) => toCase(one, context.edgeNames)) : [];
  if (written.kind === 'read') complaints.push(...checkCases(written.content, context.edgeNames));
  const caseEdges = new Set(
    written.kind === 'read' ? written.content.map(({ edge }) => edge) : namesOf(context.edgeNames),
  );
  const submissions = parseSubmissions(files, caseEdges, complaints);
  const render = (file: string, markdown: string): string => {
    try {
      return context.renderMarkdown(markdown);
    } catch (error) {
      complaints.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      return '';
    }
  };
  const statementHtml = render('statement.md', read('statement.md'));
  if (statementHtml.includes('<h1')) complaints.push('statement.md: leave the title out; the page shows it.');
  const hints = parseHints(read('hints.md'), render, complaints);
  const editorialHtml = render('editorial.md', read('editorial.md'));
  if (settings.kind === 'read') {
    complaints.push(...checkEntry(settings.content, files));
    complaints.push(...checkRubric(settings.content.rubric, context.rubricItems));
  }

  const reference = findReference(submissions);
  if (complaints.length > 0 || settings.kind !== 'read' || equivalent.kind !== 'read' || reference === undefined) {
    return { kind: 'broken', complaints };
  }
  const { title, difficulty, topics, entry, signature, compare, time_limit, follow_ups, picture, rubric } =
    settings.content;
  const rubricPhrases = Object.fromEntries(Object.entries(rubric).map(([id, { phrases }]) => [id, phrases]));
  const variants = [...new Set(cases.flatMap(({ variant }) => (variant === undefined ? [] : [variant.name])))];
  const problem: Problem = {
    id,
    title,
    difficulty,
    topics,
    edges: [...new Set(cases.map(({ edge }) => edge))],
    ...(variants.length === 0 ? {} : { edgeVariants: variants }),
    caseCount: cases.length,
    entry,
    signature,
    comparison: compare,
    timeLimit: { factor: time_limit.factor, floorMs: time_limit.floor_ms },
    followUps: follow_ups,
    statementHtml,
    starter: read('starter.py'),
    cases,
    hints,
    editorialHtml,
    inputs: read('inputs.py'),
    reference: reference.source,
    ...(picture === undefined ? {} : { picture: toPicture(picture) }),
    ...(Object.keys(rubricPhrases).length === 0 ? {} : { rubricPhrases }),
  };
  return { kind: 'parsed', package: { problem, submissions, equivalentMutants: equivalent.content } };
}

/** Reads `edge-classes.yaml`. Throws an Error that names the place when it is not a mapping from names to sentences. */
export function parseEdgeClasses(source: string): EdgeNames {
  const read = readYaml('edge-classes.yaml', source, edgeClassesSchema);
  if (read.kind === 'wrong') throw new Error(read.complaints.join('\n'));
  const classes: Record<string, string> = {};
  const variants: Record<string, { edge: string; means: string }> = {};
  for (const [edge, content] of Object.entries(read.content)) {
    classes[edge] = typeof content === 'string' ? content : content.means;
    if (typeof content === 'string') continue;
    for (const [name, means] of Object.entries(content.variants)) {
      if (read.content[name] !== undefined || variants[name] !== undefined)
        throw new Error(`edge-classes.yaml ${edge}.variants: "${name}" is there twice; a name has one meaning.`);
      variants[name] = { edge, means };
    }
  }
  return { classes, variants };
}

function namesOf({ classes, variants }: EdgeNames): string[] {
  return [...Object.keys(classes), ...Object.keys(variants)];
}

/** The same without fields that are absent. */
function toPicture(written: WrittenPicture): Picture {
  switch (written.kind) {
    case 'roc':
    case 'pr': {
      const { labels, ...rest } = written;
      return { ...rest, ...(labels === undefined ? {} : { labels }) };
    }
    case 'windows': {
      const { time, lane, ...rest } = written;
      return { ...rest, ...(time === undefined ? {} : { time }), ...(lane === undefined ? {} : { lane }) };
    }
    case 'graph': {
      const { nodes, ...rest } = written;
      return { ...rest, ...(nodes === undefined ? {} : { nodes }) };
    }
    default:
      return written;
  }
}

function toCase(written: WrittenCase, { variants }: EdgeNames): Case {
  const variant = variants[written.edge];
  return {
    name: written.name,
    edge: variant?.edge ?? written.edge,
    ...(variant === undefined ? {} : { variant: { name: written.edge, means: variant.means } }),
    args: written.args,
    earlier: written.earlier ?? (written.edge === 'repeat-calls' ? [written.args] : []),
    unchanged: written.unchanged ?? written.edge === 'input-mutation',
    expectation: toExpectation(written),
    sample: written.sample,
    why: written.why,
  };
}

function toExpectation({ expected, raises }: WrittenCase): Expectation {
  if (raises !== undefined) return { kind: 'raises', exception: raises };
  return expected === undefined || expected === 'reference'
    ? { kind: 'reference' }
    : { kind: 'value', source: expected };
}

function checkFiles(files: Readonly<Record<string, string>>): string[] {
  const missing = requiredFiles.filter((file) => files[file] === undefined).map((file) => `${file}: is missing.`);
  const empty = requiredFiles.filter((file) => files[file]?.trim() === '').map((file) => `${file}: is empty.`);
  const unknown = Object.keys(files)
    .filter((file) => ![...requiredFiles, ...optionalFiles].includes(file) && !submissionPath.test(file))
    .map(
      (file) =>
        `${file}: is not a file of a problem; submissions go to submissions/<${submissionKinds.join('|')}>/*.py.`,
    );
  return [...missing, ...empty, ...unknown];
}

function checkCases(cases: readonly WrittenCase[], edgeNames: EdgeNames): string[] {
  const complaints: string[] = [];
  const names = new Set<string>();
  const known = new Set(namesOf(edgeNames));
  for (const { name, edge, expected } of cases) {
    const place = `cases.yaml ("${name}")`;
    if (names.has(name)) complaints.push(`${place}: another case has this name; give each its own.`);
    names.add(name);
    if (!known.has(edge)) {
      complaints.push(
        `${place}: "${edge}" is not in edge-classes.yaml; use a name from there, or add it with a sentence.`,
      );
    }
    if (expected === 'reference' && edge !== 'large') {
      complaints.push(
        `${place}: write the expected value down; only cases of the class large may leave it to the reference.`,
      );
    }
  }
  if (!cases.some(({ sample }) => sample))
    complaints.push('cases.yaml: mark two to four basic cases with "sample: true".');
  return complaints;
}

function checkEntry(
  settings: { entry: string; signature: string; compare: { rule: string } },
  files: Readonly<Record<string, string>>,
): string[] {
  const complaints: string[] = [];
  const definition = new RegExp(`\\bdef ${settings.entry}\\(`);
  if (!definition.test(settings.signature))
    complaints.push(`problem.yaml signature: write the line "def ${settings.entry}(...)".`);
  if (!definition.test(files['starter.py'] ?? ''))
    complaints.push(`starter.py: define the function ${settings.entry}.`);
  const hasChecker = files['checker.ts'] !== undefined;
  if (hasChecker !== (settings.compare.rule === 'checker')) {
    complaints.push(
      hasChecker
        ? 'problem.yaml compare: write { rule: checker }, or remove checker.ts.'
        : 'checker.ts: is missing, and the rule is checker.',
    );
  }
  return complaints;
}

function checkRubric(rubric: Readonly<Record<string, unknown>>, items: ReadonlySet<string>): string[] {
  const known = [...items].join(', ');
  return Object.keys(rubric)
    .filter((id) => !items.has(id))
    .map((id) => `problem.yaml rubric: "${id}" is not in rubric.yaml; the items are ${known === '' ? 'none' : known}.`);
}

/** Each hint is a second-level heading and what follows it. */
function parseHints(
  markdown: string,
  render: (file: string, markdown: string) => string,
  complaints: string[],
): Hint[] {
  const [before = '', ...sections] = markdown.split(/^## +/m);
  if (before.trim() !== '') complaints.push('hints.md: start with the heading "## <title>" of the first hint.');
  const hints = sections.map((section) => {
    const [title = '', ...body] = section.split('\n');
    if (body.join('').trim() === '') complaints.push(`hints.md: write a text below the heading "${title.trim()}".`);
    return { title: title.trim(), html: render('hints.md', body.join('\n')) };
  });
  if (hints.length < 3 || hints.length > 5) complaints.push(`hints.md: write 3 to 5 hints; there are ${hints.length}.`);
  return hints;
}
