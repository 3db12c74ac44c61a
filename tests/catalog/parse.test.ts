import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#catalog/build/markdown.ts';
import { parseEdgeClasses, parsePackage } from '#catalog/parse.ts';
import { scaffold } from '#verifier/scaffold.ts';

const edgeNames = parseEdgeClasses(readFileSync(new URL('../../problems/edge-classes.yaml', import.meta.url), 'utf8'));
const sound = scaffold('moving-sum');

function parse(changes: Readonly<Record<string, string | undefined>> = {}, id = 'moving-sum') {
  const files = Object.entries({ ...sound, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return parsePackage(id, Object.fromEntries(files), {
    edgeNames,
    rubricItems: new Set(['complexity']),
    renderMarkdown,
  });
}

function complaints(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const parsed = parse(changes);
  return parsed.kind === 'broken' ? parsed.complaints : [];
}

/** A file of the sound folder with one text put in place of another. */
function edited(file: string, before: string, after: string): Record<string, string> {
  const content = sound[file] ?? '';
  expect(content).toContain(before);
  return { [file]: content.replace(before, after) };
}

function parsedPackage(changes: Readonly<Record<string, string | undefined>> = {}) {
  const parsed = parse(changes);
  if (parsed.kind === 'broken') throw new Error(parsed.complaints.join('\n'));
  return parsed.package;
}

const cases = (yaml: string) => ({ 'cases.yaml': `${sound['cases.yaml']}${yaml}` });

describe('a sound folder', () => {
  test('becomes a problem whose first accepted solution is the reference', () => {
    const { problem, submissions } = parsedPackage();
    expect(problem).toMatchObject({
      id: 'moving-sum',
      entry: 'moving_sum',
      caseCount: 5,
      comparison: { rule: 'exact' },
    });
    expect(problem.edges).toEqual(['basic', 'empty', 'input-mutation', 'repeat-calls', 'large']);
    expect(problem.reference).toBe(sound['submissions/accepted/a_loop.py']);
    expect(submissions.filter(({ kind }) => kind === 'wrong_answer')).toHaveLength(5);
  });

  test('gets the defaults: time limit, a call before repeat-calls, unchanged arguments for input-mutation', () => {
    const { problem } = parsedPackage();
    expect(problem.timeLimit).toEqual({ factor: 10, floorMs: 2000 });
    const byEdge = new Map(problem.cases.map((one) => [one.edge, one]));
    expect(byEdge.get('repeat-calls')?.earlier).toEqual(['[1, 2]']);
    expect(byEdge.get('basic')?.earlier).toEqual([]);
    expect(byEdge.get('input-mutation')?.unchanged).toBe(true);
    expect(byEdge.get('basic')?.unchanged).toBe(false);
  });

  test('keeps written expectations apart from the word reference and from exceptions', () => {
    const raising = cases('- { name: none, edge: nulls, args: "None", raises: ValueError, why: None is no list. }\n');
    const kinds = parsedPackage(raising).problem.cases.map(({ expectation }) => expectation);
    expect(kinds[0]).toEqual({ kind: 'value', source: '6' });
    expect(kinds[4]).toEqual({ kind: 'reference' });
    expect(kinds[5]).toEqual({ kind: 'raises', exception: 'ValueError' });
  });

  test('keeps earlier calls and tolerances as they are written', () => {
    const changes = {
      ...cases(
        '- { name: again, edge: repeat-calls, args: "[1]", earlier: ["[9]", "[]"], expected: "1", why: State leaks. }\n',
      ),
      ...edited(
        'problem.yaml',
        '{ rule: exact }',
        '{ rule: each, items: [{ rule: exact }, { rule: float, rel: 1e-9, abs: 0 }] }',
      ),
    };
    const { problem } = parsedPackage(changes);
    expect(problem.cases[5]?.earlier).toEqual(['[9]', '[]']);
    expect(problem.comparison).toEqual({
      rule: 'each',
      items: [{ rule: 'exact' }, { rule: 'float', rel: 1e-9, abs: 0 }],
    });
  });

  test('says what picture its cases have, where they have one', () => {
    expect(parsedPackage().problem.picture).toBeUndefined();
    const windows = '{ kind: windows, events: 0, length: 1, ends: "(]" }';
    const changes = edited('problem.yaml', 'difficulty:', `picture: ${windows}\ndifficulty:`);
    expect(parsedPackage(changes).problem.picture).toEqual({ kind: 'windows', events: 0, length: 1, ends: '(]' });
  });

  test('reads what a wrong solution does and which edge class must catch it', () => {
    const file = 'submissions/wrong_answer/pops.py';
    const { submissions } = parsedPackage({ [file]: '# by hand\n"""Empties the list.\nedge: empty\n\nMore.\n"""\n' });
    const pops = submissions.find((submission) => submission.file === 'pops.py');
    expect(pops).toMatchObject({ kind: 'wrong_answer', what: 'Empties the list.', edge: 'empty' });
  });

  test('counts a case of a narrower name for the class that the name belongs to', () => {
    const { problem } = parsedPackage(
      cases('- { name: b, edge: all-tied, args: "[1, 1]", expected: "2", why: Equal. }\n'),
    );
    const [tied] = problem.cases.filter(({ name }) => name === 'b');
    expect(tied).toMatchObject({ edge: 'ties', variant: { name: 'all-tied' } });
    expect(problem.edges).toContain('ties');
    expect(problem.edges).not.toContain('all-tied');
    expect(problem.edgeVariants).toEqual(['all-tied']);
  });

  test('has its prose rendered: maths, Python blocks, and no HTML of its own', () => {
    const { problem } = parsedPackage({ 'statement.md': 'At most $n^2$ <b>bold</b>.\n\n```python\nx < 1\n```\n' });
    expect(problem.statementHtml).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">');
    expect(problem.statementHtml).toContain('class="katex-html"');
    expect(problem.statementHtml).toContain('&lt;b&gt;');
    expect(problem.statementHtml).toContain('<pre><code class="language-python">x &lt; 1\n</code></pre>');
    expect(problem.hints.map(({ title }) => title)).toEqual([
      'Write a nudge',
      'Write the direction',
      'Write the key idea',
    ]);
  });
});

describe('a complaint names the file, the place and what to write', () => {
  test.each<[string, Record<string, string | undefined>, RegExp]>([
    ['a missing file', { 'editorial.md': undefined }, /^editorial\.md: is missing/],
    ['a file that does not belong', { 'solution.py': 'x' }, /^solution\.py: is not a file of a problem/],
    [
      'an unknown key',
      edited('problem.yaml', 'title:', 'tilte: x\ntitle:'),
      /^problem\.yaml: does not know "tilte"; the fields are title,/,
    ],
    [
      'a missing key',
      edited('problem.yaml', 'difficulty: medium\n', ''),
      /^problem\.yaml difficulty: write easy, medium or hard/,
    ],
    [
      'an unknown rule',
      edited('problem.yaml', 'rule: exact', 'rule: close'),
      /^problem\.yaml compare.*: write a rule: exact, float/,
    ],
    [
      'a rule without its tolerance',
      edited('problem.yaml', 'rule: exact', 'rule: float, rel: 1e-9'),
      /compare\.abs: write a tolerance/,
    ],
    [
      'a checker inside another rule',
      edited('problem.yaml', '{ rule: exact }', '{ rule: unordered, of: { rule: checker } }'),
      /compare\.of/,
    ],
    [
      'a picture of no known kind',
      edited('problem.yaml', 'difficulty:', 'picture: { kind: pie }\ndifficulty:'),
      /^problem\.yaml picture.*: write a picture of the kind roc, pr/,
    ],
    [
      'a picture without its data',
      edited('problem.yaml', 'difficulty:', 'picture: { kind: roc }\ndifficulty:'),
      /picture\.scores: write the position of an argument/,
    ],
    ['a checker that is not there', edited('problem.yaml', 'rule: exact', 'rule: checker'), /^checker\.ts: is missing/],
    ['a checker that nobody asks', { 'checker.ts': 'x' }, /write \{ rule: checker \}/],
    ['broken YAML', { 'problem.yaml': 'title: "x' }, /^problem\.yaml: Missing closing "quote at line 1/],
    [
      'an entry that the starter lacks',
      edited('starter.py', 'def moving_sum(', 'def other('),
      /^starter\.py: define the function moving_sum/,
    ],
    [
      'an entry that the signature lacks',
      edited('problem.yaml', 'def moving_sum(', 'def other('),
      /^problem\.yaml signature:/,
    ],
    [
      'a number where Python belongs',
      edited('cases.yaml', 'expected: "6"', 'expected: 6'),
      /\[0\]\.expected \("three numbers"\): write the expected value as Python in quotes/,
    ],
    [
      'an unknown edge class',
      edited('cases.yaml', 'edge: empty', 'edge: emptyness'),
      /\("no numbers"\): "emptyness" is not in edge-classes\.yaml/,
    ],
    [
      'two cases of one name',
      edited('cases.yaml', 'name: no numbers', 'name: three numbers'),
      /another case has this name/,
    ],
    [
      'both expected and raises',
      edited('cases.yaml', 'expected: "0"', 'expected: "0"\n  raises: ValueError'),
      /exactly one of them/,
    ],
    [
      'neither expected nor raises',
      edited('cases.yaml', '  expected: "0"\n', ''),
      /\("no numbers"\): write either expected or raises/,
    ],
    [
      'an expected value left out of a small case',
      edited('cases.yaml', 'expected: "0"', 'expected: reference'),
      /only cases of the class large/,
    ],
    ['no sample', edited('cases.yaml', '  sample: true\n', ''), /sample: true/],
    [
      'one accepted solution',
      { 'submissions/accepted/builtin_sum.py': undefined },
      /at least 2 solutions.*there are 1/,
    ],
    [
      'four wrong solutions',
      { 'submissions/wrong_answer/pops.py': undefined },
      /at least 5 wrong solutions; there are 4/,
    ],
    [
      'a wrong solution without an edge',
      { 'submissions/wrong_answer/pops.py': '"""Pops."""\n' },
      /pops\.py: write "edge: <edge class>" as the second line/,
    ],
    [
      'an edge without a case',
      { 'submissions/wrong_answer/pops.py': '"""Pops.\nedge: ties\n"""' },
      /no case has the edge class "ties"/,
    ],
    ['a reference that needs numpy', { 'submissions/accepted/a.py': 'import numpy as np\n' }, /must do without numpy/],
    ['a title in the statement', { 'statement.md': '# Title\n\ntext' }, /^statement\.md: leave the title out/],
    ['a wrong formula', { 'statement.md': 'see $\\frac{1}$' }, /^statement\.md: the formula \$\\frac\{1\}\$ is wrong/],
    ['two hints', { 'hints.md': '## a\n\nx\n\n## b\n\ny\n' }, /^hints\.md: write 3 to 5 hints; there are 2/],
    [
      'an equivalent mutant without a reason',
      { 'equivalent_mutants.yaml': '- mutant: a => b\n' },
      /^equivalent_mutants\.yaml \[0\]\.why: write why/,
    ],
  ])('%s', (_, changes, complaint) => {
    expect(complaints(changes)).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
  });

  test('a folder whose name is no URL', () => {
    expect(parse({}, 'Moving_Sum').kind).toBe('broken');
  });

  test('all that is wrong is told at once', () => {
    const all = complaints({
      ...edited('problem.yaml', 'medium', 'mild'),
      ...edited('cases.yaml', '  sample: true\n', ''),
    });
    expect(all.map((complaint) => complaint.split(' ')[0])).toEqual(['problem.yaml', 'cases.yaml:']);
  });
});

describe('edge-classes.yaml', () => {
  test('explains every class, and every variant of one, in one sentence', () => {
    const { classes, variants } = edgeNames;
    for (const [name, sentence] of Object.entries(classes)) expect(sentence, name).toMatch(/^[A-Z][^\n]+\.$/);
    for (const [name, { edge, means }] of Object.entries(variants)) {
      expect(means, name).toMatch(/^[A-Z][^\n]+\.$/);
      expect(classes, name).toHaveProperty(edge);
    }
  });

  test('gives a name one meaning only', () => {
    const twice = (name: string) => `ties:\n  means: Equal.\n  variants: { ${name}: Equal. }\nempty: Nothing.\n`;
    expect(() => parseEdgeClasses(twice('empty'))).toThrow(/ties\.variants: "empty" is there twice/);
    expect(parseEdgeClasses(twice('all-tied')).variants).toEqual({ 'all-tied': { edge: 'ties', means: 'Equal.' } });
  });

  test('with a name in capitals is refused', () => {
    expect(() => parseEdgeClasses('Ties: Equal values.')).toThrow(/edge-classes\.yaml/);
  });
});
