/** The shapes of the YAML files of a problem, with messages that say what to write. */
import { z } from 'zod';

/** A field that is missing or of the wrong type is answered with what belongs there. */
function text(what: string) {
  return z
    .string({ error: `write ${what}` })
    .trim()
    .min(1, { error: `write ${what}` });
}

function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape, what: string) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `does not know ${issue.keys?.map((key) => `"${key}"`).join(', ')}; the fields are ${Object.keys(shape).join(', ')}`
        : `write ${what}`,
  });
}

function phrases(example: string) {
  return z
    .array(
      text(`a phrase such as "${example}"`).regex(/[\p{L}\p{N}]/u, { error: 'write a phrase that holds a word' }),
      { error: `write a list of phrases, such as "${example}"` },
    )
    .min(1, { error: 'write at least one phrase' });
}

const tolerance = z
  .number({ error: 'write a tolerance of math.isclose, such as 1.0e-9' })
  .nonnegative({ error: 'write a tolerance of zero or more' })
  .lt(1, { error: 'write a tolerance below 1' });

const rules = 'exact, float (with rel and abs), unordered (with of), each (with items) or checker';

const exact = strict({ rule: z.literal('exact') }, 'a comparison rule');
const float = strict({ rule: z.literal('float'), rel: tolerance, abs: tolerance }, 'a comparison rule');
const checker = strict({ rule: z.literal('checker') }, 'a comparison rule');
const unordered = z.strictObject({
  rule: z.literal('unordered'),
  get of(): typeof nestedRule {
    return nestedRule;
  },
});
const each = z.strictObject({
  rule: z.literal('each'),
  get items(): z.ZodArray<typeof nestedRule> {
    return z.array(nestedRule, { error: 'write a list with one rule for each position' }).min(1);
  },
});
/** What stands inside another rule; only the whole answer can be left to a checker. */
const nestedRule = z.discriminatedUnion('rule', [exact, float, unordered, each], {
  error: `write a rule: ${rules.replace(' or checker', '')}`,
});
const rule = z.discriminatedUnion('rule', [exact, float, unordered, each, checker], {
  error: `write a rule: ${rules}`,
});

const argument = z
  .number({ error: 'write the position of an argument, from 0' })
  .int({ error: 'write the position of an argument, from 0' })
  .nonnegative({ error: 'write the position of an argument, from 0' });
const curve = { scores: argument, labels: argument.optional() };
const dpTable = z.discriminatedUnion(
  'of',
  [
    strict({ kind: z.literal('dp-table'), of: z.literal('edit-distance'), from: argument, to: argument }, 'a picture'),
    strict({ kind: z.literal('dp-table'), of: z.literal('rising'), numbers: argument }, 'a picture'),
    strict(
      {
        kind: z.literal('dp-table'),
        of: z.literal('viterbi'),
        observations: argument,
        states: argument,
        start: argument,
        transitions: argument,
        emissions: argument,
      },
      'a picture',
    ),
  ],
  { error: 'write of: edit-distance (with from and to), rising (with numbers) or viterbi' },
);
const picture = z.discriminatedUnion(
  'kind',
  [
    strict({ kind: z.literal('roc'), ...curve }, 'a picture'),
    strict({ kind: z.literal('pr'), ...curve }, 'a picture'),
    strict({ kind: z.literal('calibration'), labels: argument, probabilities: argument, bins: argument }, 'a picture'),
    strict(
      {
        kind: z.literal('windows'),
        events: argument,
        time: z.union([argument, z.literal('position')]).optional(),
        lane: argument.optional(),
        length: argument,
        ends: z.enum(['[]', '[)', '(]', '()'], { error: 'write which ends belong to the window, such as "(]"' }),
      },
      'a picture',
    ),
    strict(
      {
        kind: z.literal('graph'),
        edges: argument,
        nodes: argument.optional(),
        directed: z.boolean({ error: 'write true or false' }),
      },
      'a picture',
    ),
    dpTable,
  ],
  { error: 'write a picture of the kind roc, pr, calibration, windows, graph or dp-table' },
);

export const problemSchema = strict(
  {
    title: text('the title as the page shows it'),
    difficulty: z.enum(['easy', 'medium', 'hard'], { error: 'write easy, medium or hard' }),
    topics: z
      .array(text('a topic such as metrics'), { error: 'write a list of topics, the category first' })
      .min(1, { error: 'write at least one topic, the category first' }),
    entry: z
      .string({ error: 'write the name of the function' })
      .regex(/^[a-z_][a-z0-9_]*$/i, { error: 'write the name of the function, without parentheses' }),
    signature: text('the whole line, such as "def auc(predictions: list) -> float"'),
    compare: rule,
    time_limit: strict(
      {
        factor: z.number({ error: 'write a number' }).gt(1, { error: 'write a factor above 1' }).default(10),
        floor_ms: z
          .number({ error: 'write milliseconds' })
          .positive({ error: 'write milliseconds above 0' })
          .default(2000),
      },
      'a mapping with factor and floor_ms',
    ).default({ factor: 10, floor_ms: 2000 }),
    follow_ups: z
      .array(text('a question an interviewer would ask next'), { error: 'write a list of questions' })
      .min(2, { error: 'write at least two questions' })
      .max(4, { error: 'write at most four questions' }),
    picture: picture.optional(),
    rubric: z
      .record(z.string(), strict({ phrases: phrases('n log n') }, 'a mapping with phrases'), {
        error: 'write a mapping from the id of an item of rubric.yaml to its phrases',
      })
      .default({}),
  },
  'a mapping with title, difficulty, topics, entry, signature, compare and follow_ups',
);

const args = z.string({ error: 'write an argument list as Python in quotes, such as "[1, 2], 3"' });

const caseSchema = strict(
  {
    name: text('a name of its own for this case'),
    edge: text('the edge class or a variant of one, a name from edge-classes.yaml'),
    args,
    earlier: z.array(args, { error: 'write a list of argument lists of calls made before this one' }).optional(),
    unchanged: z.boolean({ error: 'write true or false' }).optional(),
    expected: text('the expected value as Python in quotes, such as "0.5", or the word reference').optional(),
    raises: z
      .string({ error: 'write the name of an exception, such as ValueError' })
      .regex(/^[A-Z]\w*$/, { error: 'write the name of an exception, such as ValueError' })
      .optional(),
    sample: z.boolean({ error: 'write true or leave it out' }).default(false),
    why: text('why this case exists and what goes wrong when it fails'),
  },
  'a mapping with name, edge, args, expected (or raises) and why',
).refine((one) => (one.expected === undefined) !== (one.raises === undefined), {
  error: 'write either expected or raises, exactly one of them',
});

export const casesSchema = z
  .array(caseSchema, { error: 'write a list of cases' })
  .min(1, { error: 'write at least one case' });

export const equivalentMutantsSchema = z.array(
  strict(
    {
      mutant: text('the id of the mutant as the verifier prints it'),
      why: text('why no input can tell the mutant from the reference'),
    },
    'a mapping with mutant and why',
  ),
  { error: 'write a list of mutants, each with mutant and why' },
);

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const edgeName = z.string().regex(slug, { error: 'write the name in small letters with hyphens' });
const sentence = text('one sentence that explains the class');

export const edgeClassesSchema = z.record(
  edgeName,
  z.union(
    [
      sentence,
      z.strictObject({
        means: sentence,
        variants: z.record(edgeName, text('one sentence that explains the variant')),
      }),
    ],
    { error: 'write one sentence that explains the class, or a mapping with means and variants' },
  ),
  { error: 'write a mapping from the name of each edge class to a sentence' },
);

export const rubricSchema = z.array(
  strict(
    {
      id: z
        .string({ error: 'write a name for the item' })
        .regex(slug, { error: 'write the name in small letters with hyphens' }),
      title: text('what was done, such as "Restated the problem"'),
      listen_for: text('one sentence on what interviewers listen for'),
      say: text('an example of what one could say'),
      phrases: phrases('what if ... empty'),
    },
    'a mapping with id, title, listen_for, say and phrases',
  ),
  { error: 'write a list of items' },
);

const weekSchema = strict(
  {
    title: text('what the week is called'),
    why: text('one or two sentences on what the week trains'),
    problems: z
      .array(text('the name of a problem folder'), { error: 'write a list of problems, by the names of their folders' })
      .min(1, { error: 'write at least one problem' }),
  },
  'a mapping with title, why and problems',
);

export const plansSchema = z.array(
  strict(
    {
      id: z
        .string({ error: 'write a name for the address of the page' })
        .regex(slug, { error: 'write the name in small letters with hyphens: it is the URL' }),
      title: text('the title as the page shows it'),
      audience: text('a sentence on who the plan is for'),
      weeks: z.array(weekSchema, { error: 'write a list of weeks' }).min(1, { error: 'write at least one week' }),
    },
    'a mapping with id, title, audience and weeks',
  ),
  { error: 'write a list of plans' },
);

export type WrittenCase = z.infer<typeof casesSchema>[number];
export type WrittenPicture = NonNullable<z.infer<typeof problemSchema>['picture']>;
