/** The files of a new problem: complete in form, so that the verifier can say what is left to write. */

/** What `new` prints: the work that no schema can check. */
export const leftToWrite: readonly string[] = [
  'problem.yaml: the title, topics, signature, comparison rule and follow-up questions',
  'statement.md: the task, the contract with every degenerate input, the limits and a worked example',
  'starter.py: the signature with its types and a docstring',
  'cases.yaml: a case for every edge class, each with its why; at least one large case; classes are in edge-classes.yaml',
  'inputs.py: generate (full of ties, duplicates and degenerate features) and validate',
  'hints.md: three to five hints, from a nudge to the key idea',
  'editorial.md: the approaches, their complexity, and what to say aloud',
  'submissions: two approaches that are right, five mistakes a candidate makes, one that is too slow',
];

/** Path below the problem's folder to content. `id` is the folder's name, such as `moving-sum`. */
export function scaffold(id: string): Record<string, string> {
  const entry = /^[a-z]/.test(id) ? id.replaceAll('-', '_') : `solve_${id.replaceAll('-', '_')}`;
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const wrong = (name: string, edge: string, body: string): [string, string] => [
    `submissions/wrong_answer/${name}.py`,
    python(`Write here what is wrong.\nedge: ${edge}`, entry, body),
  ];
  return {
    'problem.yaml': `title: ${title}
difficulty: medium
topics: [write-the-category]
entry: ${entry}
signature: "def ${entry}(values: list[int]) -> int"
compare: { rule: exact }
follow_ups:
  - Write a question that an interviewer would ask next.
  - Write another one.
`,
    'statement.md': `Write the task here. As it stands: return the sum of \`values\`.

## Contract

- Write what happens for every degenerate input. An empty list gives 0.

## Limits

Write the size limit and the complexity to aim for.

## Example

\`\`\`python
${entry}([1, 2, 3])  # 6
\`\`\`
`,
    'starter.py': `def ${entry}(values: list[int]) -> int:
    """Write what the function returns."""
    raise NotImplementedError
`,
    'cases.yaml': `- name: three numbers
  edge: basic
  args: "[1, 2, 3]"
  expected: "6"
  sample: true
  why: Write why this case exists and what goes wrong when it fails.
- name: no numbers
  edge: empty
  args: "[]"
  expected: "0"
  why: Write why.
- name: the list is kept
  edge: input-mutation
  args: "[3, 1, 2]"
  expected: "6"
  why: Write why.
- name: asked twice
  edge: repeat-calls
  args: "[1, 2]"
  expected: "3"
  why: Write why.
- name: at the size limit
  edge: large
  args: "list(range(20_000))"
  expected: reference
  why: Write why.
`,
    'inputs.py': `import random


def generate(rng: random.Random, size: int) -> tuple:
    """Write what kind of input this makes; heavy in ties, duplicates and degenerate features."""
    return ([rng.randint(-3, 3) for _ in range(size)],)


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) != 1 or not isinstance(args[0], list):
        raise ValueError("${entry} takes one list.")
    if not all(isinstance(value, int) for value in args[0]):
        raise ValueError("Every value must be an int.")
`,
    'hints.md': `## Write a nudge

Write a question that sets the candidate thinking.

## Write the direction

Write what to look at.

## Write the key idea

Write the idea, without the code.
`,
    'editorial.md': `Write the approaches with their complexity, the trade-offs worth saying aloud, and how one would scale it out.
`,
    'submissions/accepted/a_loop.py': python(
      'Write the approach; this file sorts first and is the reference.',
      entry,
      'total = 0\nfor value in values:\n    total += value\nreturn total',
    ),
    'submissions/accepted/builtin_sum.py': python('Write the other approach.', entry, 'return sum(values)'),
    'submissions/time_limit_exceeded/quadratic.py': python(
      'Write why this is of the next worse complexity class.',
      entry,
      'return sum(sum(values[: i + 1]) - sum(values[:i]) for i in range(len(values)))',
    ),
    ...Object.fromEntries([
      wrong('ignores_the_last', 'basic', 'return sum(values[:-1])'),
      wrong('ignores_the_first', 'basic', 'return sum(values[1:])'),
      wrong('none_for_empty', 'empty', 'return sum(values) if values else None'),
      wrong('pops', 'input-mutation', 'total = 0\nwhile values:\n    total += values.pop()\nreturn total'),
      [`submissions/wrong_answer/keeps_state.py`, keepsState(entry)],
    ]),
  };
}

function python(docstring: string, entry: string, body: string): string {
  const quoted = docstring.includes('\n') ? `"""${docstring}\n"""` : `"""${docstring}"""`;
  return `${quoted}\n\n\ndef ${entry}(values):\n${body.replace(/^/gm, '    ')}\n`;
}

function keepsState(entry: string): string {
  return python(
    'Write here what is wrong.\nedge: repeat-calls',
    entry,
    'seen.extend(values)\nreturn sum(seen)',
  ).replace('\n\n\ndef', '\n\nseen = []\n\n\ndef');
}
